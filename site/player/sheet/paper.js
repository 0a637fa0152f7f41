// A sheet on paper and as a file: everything that was written, in full.

import { find, findAll, make } from "../page/dom.js";
import { isControl, isTick } from "./fields.js";

/** @typedef {import("./fields.js").Control} Control */

const MOST_ROWS = 40;

/**
 * Gives each writing space a twin for paper, where a box on screen would cut its text off.
 * @param {HTMLElement} root
 * @returns {() => void} to be called when a text has changed
 */
export function onPaper(root) {
  /** @type {[Control, HTMLElement][]} */
  const twins = [];
  for (const control of findAll(".field__input", root).filter(isControl)) {
    if (control instanceof HTMLInputElement && control.type !== "text") continue;
    const twin = make("div", "on-paper");
    control.classList.add("on-screen");
    control.after(twin);
    twins.push([control, twin]);
  }
  return () => {
    for (const [control, twin] of twins) {
      if (twin.textContent !== control.value) twin.textContent = control.value;
      if (control instanceof HTMLTextAreaElement) grow(control);
    }
  };
}

/** @param {HTMLTextAreaElement} area */
function grow(area) {
  while (area.scrollHeight > area.clientHeight && area.rows < MOST_ROWS && area.clientHeight > 0) area.rows += 1;
}

/**
 * A sheet as plain text: labels, and what was written under each.
 * @param {string} title
 * @param {HTMLElement} root
 * @returns {string}
 */
export function sheetText(title, root) {
  const fields = findAll("[data-field]", root).map((field) => [wordsOf(find(".field__label", field)), ...linesOf(field)].join("\n"));
  return `${title}\n${"=".repeat(Math.min(title.length, 60))}\n\n${fields.join("\n\n")}\n`;
}

/**
 * @param {HTMLElement} field
 * @returns {string[]}
 */
function linesOf(field) {
  const controls = findAll("[data-text], [data-plan-part]", field).filter(isControl);
  const rated = findAll(".scale", field).map((row) => {
    const chosen = row.querySelector("input:checked");
    return `${wordsOf(find("legend", row))}: ${chosen instanceof HTMLInputElement ? chosen.value : "–"}`;
  });
  const example = rated.length > 0 ? [wordsOf(find(".field__example", field))] : [];
  return [...example, ...rated, ...controls.filter((one) => !one.closest(".scale")).map((one) => lineOf(one))];
}

/**
 * @param {Control} control
 * @returns {string}
 */
function lineOf(control) {
  const label = control.getAttribute("aria-label") ?? (control.labels?.[0]?.matches(".field__label") ? "" : wordsOf(control.labels?.[0]));
  if (isTick(control)) return `[${control.checked ? "x" : " "}] ${label}`;
  const text = control.value.trim() || "–";
  if (!label) return text;
  return `${label}${/[:…]$/.test(label) ? "" : ":"} ${text}`;
}

/**
 * @param {Element | null | undefined} place
 * @returns {string}
 */
export function wordsOf(place) {
  return (place?.textContent ?? "").replace(/\s+/g, " ").trim();
}
