// Small helpers over the page.

/**
 * The first element that `selector` finds below `root`, if it is an element of HTML.
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {HTMLElement | null}
 */
export function find(selector, root = document) {
  const found = root.querySelector(selector);
  return found instanceof HTMLElement ? found : null;
}

/**
 * Every element of HTML that `selector` finds below `root`.
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {HTMLElement[]}
 */
export function findAll(selector, root = document) {
  return Array.from(root.querySelectorAll(selector)).filter((found) => found instanceof HTMLElement);
}

/**
 * A new element with a class and words.
 * @param {string} tag
 * @param {string} [className]
 * @param {string} [words]
 * @returns {HTMLElement}
 */
export function make(tag, className = "", words = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (words) made.textContent = words;
  return made;
}
