// Moving through findings: list and text go together.
import { all, calm, fill, find, narrow, say } from "./dom.js";

export function startReview() {
  let current = 0; // number of the finding in focus, from 1; 0: none yet

  document.addEventListener("click", follow);
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-filter]")) filter();
  });
  renew();

  // After every check: what only works with scripts becomes visible.
  function renew() {
    current = 0;
    for (const id of ["tools", "result-actions", "keys-open"]) find(`#${id}`)?.toggleAttribute("hidden", false);
    for (const button of all(".copy")) button.hidden = false;
    if (find("#tools")) filter();
  }

  function shownCards() {
    return all(".finding").filter((card) => !card.parentElement.hidden);
  }

  function step(by) {
    const numbers = shownCards().map((card) => Number(card.dataset.number));
    if (!numbers.length) return;
    const at = numbers.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : numbers.length - 1) : at + by;
    if (next >= 0 && next < numbers.length) select(numbers[next]);
  }

  function select(number) {
    const card = find(`#finding-${number}`);
    if (!card) return;
    current = number;
    for (const marked of all(".current")) marked.classList.remove("current");
    const pieces = all(`[data-findings~="${number}"]`);
    for (const marked of [card, ...pieces]) marked.classList.add("current");
    find("#result").toggleAttribute("data-sheet", true);
    showPosition();
    bringIntoView(card, pieces[0]);
  }

  function bringIntoView(card, piece) {
    card.focus({ preventScroll: true });
    const list = find(".found");
    if (list.scrollHeight > list.clientHeight && getComputedStyle(list).position === "sticky") {
      // The list has its own scroll bar; scrollIntoView would move the window as well.
      const top = card.getBoundingClientRect().top - list.getBoundingClientRect().top + list.scrollTop;
      list.scrollTo({ top: Math.max(0, top - 8), behavior: calm() });
    }
    if (narrow()) {
      piece?.scrollIntoView({ block: "start", behavior: calm() });
    } else if (getComputedStyle(list).position === "sticky") {
      piece?.scrollIntoView({ block: "center", behavior: calm() });
    } else {
      card.scrollIntoView({ block: "center", behavior: calm() }); // one column, too wide for the sheet
    }
  }

  function closeSheet() {
    const result = find("#result[data-sheet]");
    if (!result || !narrow()) return false;
    result.removeAttribute("data-sheet");
    find(`#place-${current} a, a#place-${current}`)?.focus({ preventScroll: true });
    return true;
  }

  function follow(event) {
    const target = event.target;
    const piece = target.closest("[data-findings]");
    if (piece) {
      event.preventDefault();
      select(nextAt(piece));
    } else if (target.closest("[data-step]")) step(Number(target.closest("[data-step]").dataset.step));
    else if (target.closest("[data-go]")) go(event, Number(target.closest("[data-go]").dataset.go));
    else if (target.closest("[data-to-text]")) go(event, Number(target.closest(".finding").dataset.number));
    else if (target.closest("[data-copy]")) copy(target.closest("[data-copy]"));
    else if (target.closest("[data-close]")) closeSheet();
    else if (target.closest("#filter-reset")) resetFilter();
    else if (target.closest("#print")) print();
    else if (target.closest("#download")) download();
    else pick(target);
  }

  function go(event, number) {
    event.preventDefault();
    select(number);
  }

  // A click anywhere on a card picks it, unless the person is selecting words or using a link inside.
  function pick(target) {
    const card = target.closest(".finding");
    if (!card || target.closest("a, button") || String(getSelection())) return;
    select(Number(card.dataset.number));
  }

  // Where findings overlap, each further click goes to the next of them.
  function nextAt(piece) {
    const numbers = piece.dataset.findings.split(" ").map(Number);
    const shown = numbers.filter((number) => !find(`#finding-${number}`).parentElement.hidden);
    const choices = shown.length ? shown : numbers;
    return choices[(choices.indexOf(current) + 1) % choices.length];
  }

  function showPosition() {
    const numbers = shownCards().map((card) => Number(card.dataset.number));
    const at = numbers.indexOf(current);
    const position = find("#position"); // there whenever there are findings
    const words = at < 0 ? position.dataset.total : position.dataset.words;
    position.textContent = fill(words, { at: at + 1, count: numbers.length });
  }

  function filter() {
    const off = all("[data-filter]:not(:checked)");
    const hides = (kind, value) => off.some((box) => box.dataset.filter === kind && box.value === value);
    const cards = all(".finding");
    for (const card of cards) {
      card.parentElement.hidden = hides("severity", card.dataset.severity) || hides("category", card.dataset.category);
    }
    const shown = new Set(shownCards().map((card) => card.dataset.number));
    for (const piece of all("[data-findings]")) {
      const visible = piece.dataset.findings.split(" ").some((number) => shown.has(number));
      piece.classList.toggle("filtered", !visible);
    }
    find("#filter-reset").hidden = !off.length;
    const count = find("#filter-count");
    count.textContent = off.length ? fill(count.dataset.words, { shown: shown.size, count: cards.length }) : "";
    showPosition();
  }

  function resetFilter() {
    for (const box of all("[data-filter]")) box.checked = true;
    filter();
    find("[data-filter]").focus();
  }

  return { step, renew, closeSheet };
}

async function copy(button) {
  const words = find("#status").dataset;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    say(words.copied);
    const before = button.textContent;
    button.textContent = words.copied;
    setTimeout(() => (button.textContent = before), 1500);
  } catch {
    getSelection().selectAllChildren(button.previousElementSibling);
    say(words.copyFailed);
  }
}

async function download() {
  const form = find("#check-form");
  try {
    const answer = await fetch(form.dataset.api, { method: "POST", body: new FormData(form) });
    if (!answer.ok) throw new Error(answer.statusText);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = "report.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  } catch {
    say(find("#status").dataset.network);
  }
}
