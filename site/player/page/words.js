// The interface's words, which the page carries as data: no language stands in this program.

/** @typedef {(name: string, values?: Record<string, string | number>) => string} Say */

/**
 * Reads the words of the page's templates and gives the function that says them with `{name}` filled in.
 * A word that is missing says its own name.
 * @param {HTMLTemplateElement[]} templates
 * @returns {Say}
 */
export function sayFrom(templates) {
  /** @type {Map<string, string>} */
  const words = new Map();
  for (const word of templates.flatMap((one) => Array.from(one.content.querySelectorAll("[data-word]")))) {
    words.set(word.getAttribute("data-word") ?? "", word.textContent ?? "");
  }
  return (name, values = {}) =>
    (words.get(name) ?? name).replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
}
