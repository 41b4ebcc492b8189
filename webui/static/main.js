// Everything here makes a page that already works quicker to use.
import { startForm } from "./form.js";
import { startKeys } from "./keys.js";
import { startReview } from "./review.js";

document.documentElement.classList.add("js");
const review = startReview();
const form = startForm(review.renew);
startKeys({ step: review.step, submit: form.submit, closeSheet: review.closeSheet });
