// The form: checks without leaving the page, so that text, file and settings stay as they are.
import { all, fill, find, say } from "./dom.js";

export function startForm(renew) {
  const form = find("#check-form");
  if (!form) return { submit() {} };
  const text = find("#text");
  const file = find("#file");
  let running = null;

  find("#submit-hint").hidden = false;
  form.addEventListener("submit", (event) => {
    if (event.submitter?.hasAttribute("formaction")) return; // the language switch
    event.preventDefault();
    check();
  });
  text.addEventListener("input", countCharacters);
  file.addEventListener("change", showFile);
  find("#file-clear").addEventListener("click", () => {
    file.value = "";
    showFile();
    file.focus();
  });
  all(".picker").forEach(startPicker);
  document.addEventListener("click", closePickers);
  startDrop();
  countCharacters();
  showFile();

  function check() {
    running?.abort();
    busy(true);
    say(find("#status").dataset.checking);
    running = post(form.action, (answer) => {
      busy(false);
      say("");
      answer ? show(answer) : fail(find("#status").dataset.network);
    });
  }

  // The answer is the same page a browser without scripts would get; its outcome replaces ours.
  function post(address, done) {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.responseType = "document";
    request.onload = () => done(request.response);
    request.onerror = () => done(null);
    request.send(new FormData(form));
    return request;
  }

  function show(answer) {
    const outcome = find("#outcome", answer);
    if (!outcome) {
      fail(find(".message", answer)?.textContent ?? answer.title);
      return;
    }
    find("#outcome").replaceWith(document.adoptNode(outcome));
    document.title = answer.title;
    find("#language").formAction = find("#language", answer).getAttribute("formaction");
    const found = find("#result");
    if (found) fold();
    renew();
    arrive(found ? find("#verdict") : find(".problem"));
  }

  // Beside the result the form is folded away; it still holds what was checked.
  function fold() {
    const editor = find("#editor");
    delete editor.dataset.first;
    editor.open = false;
    find("h1.first")?.remove();
  }

  function arrive(place) {
    place?.focus({ preventScroll: true });
    if (place?.id === "verdict") scrollTo({ top: 0, behavior: "auto" });
    else place?.scrollIntoView({ block: "center" });
  }

  function fail(message) {
    const problem = document.createElement("p");
    problem.className = "problem";
    problem.tabIndex = -1;
    problem.setAttribute("role", "alert");
    problem.textContent = message;
    find("#outcome").replaceChildren(problem);
    arrive(problem);
  }

  function busy(isBusy) {
    const button = find("#submit");
    button.setAttribute("aria-busy", String(isBusy));
    find("#outcome").setAttribute("aria-busy", String(isBusy));
  }

  function countCharacters() {
    const counter = find("#text-count");
    const count = [...text.value].length; // code points, as the server counts
    const limit = Number(counter.dataset.limit);
    const numbers = { count: count.toLocaleString("en"), limit: limit.toLocaleString("en") };
    counter.textContent = fill(counter.dataset.words, numbers);
    counter.classList.toggle("over", count > limit);
  }

  function showFile() {
    find("#file-clear").hidden = !file.files.length;
  }

  function startDrop() {
    form.addEventListener("dragover", (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      form.classList.add("dropping");
    });
    for (const end of ["dragleave", "drop"]) form.addEventListener(end, () => form.classList.remove("dropping"));
    form.addEventListener("drop", (event) => {
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      const first = new DataTransfer();
      first.items.add(event.dataTransfer.files[0]);
      file.files = first.files;
      showFile();
    });
  }

  return { submit: () => form.requestSubmit(find("#submit")) };
}

// The closed picker says what is chosen in it.
function startPicker(picker) {
  const value = find(".value[data-empty]", picker);
  if (!value) return;
  picker.addEventListener("change", () => {
    const names = all("input:checked + span", picker).map((name) => name.textContent.trim());
    value.textContent = names.length ? names.join("、") : value.dataset.empty;
  });
}

function closePickers(event) {
  for (const picker of all(".picker[open]")) if (!picker.contains(event.target)) picker.open = false;
}
