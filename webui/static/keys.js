// Keys. Single keys are dead in text fields and while an input method is composing, and can be switched off.
import { find, recall, remember } from "./dom.js";

const SETTING = "single-keys";

export function startKeys({ step, submit, closeSheet }) {
  const dialog = find("#keys");
  const on = find("#keys-on");
  if (!dialog) return;
  on.checked = recall(SETTING) !== "off";
  on.addEventListener("change", () => remember(SETTING, on.checked ? "on" : "off"));
  find("#keys-open").addEventListener("click", () => dialog.showModal());

  const single = { j: () => step(1), k: () => step(-1), "?": () => dialog.showModal() };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return; // 229: some input methods report only this
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !dialog.open) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape" && !dialog.open) {
      closePicker() || closeSheet();
    } else if (isSingle(event)) {
      event.preventDefault();
      single[event.key]();
    }
  });

  function isSingle(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open || !on.checked) return false;
    return event.key in single && !isTyping(event.target);
  }
}

function isTyping(target) {
  return target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox])");
}

function closePicker() {
  const picker = find(".picker[open]");
  if (!picker) return false;
  picker.open = false;
  find("summary", picker).focus();
  return true;
}
