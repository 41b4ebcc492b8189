// Small helpers. Text goes in through textContent only; nothing here parses HTML.
export const find = (selector, within = document) => within.querySelector(selector);
export const all = (selector, within = document) => [...within.querySelectorAll(selector)];

// Fill {name} places of a sentence that the server has put into a data attribute.
export const fill = (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

export const say = (text) => {
  find("#status").textContent = text;
};

export const narrow = () => matchMedia("(max-width: 48rem)").matches;
export const calm = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

// Local storage may be forbidden; a preference that cannot be kept is simply not kept.
export const recall = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

export const remember = (key, value) => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // nothing to do
  }
};
