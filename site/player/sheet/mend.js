// A sheet whose rows have changed: what was written goes with its row, before it is shown.

import { movedRows, movedTexts } from "./moved.js";

/** @typedef {import("../state/state.js").State} State */

/** Where the words of rows and columns are kept that a text was written beside. */
const ROWS = ".rows";
const COLUMNS = ".columns";
/** What was written where no row stands any more. */
const LEFT = ".left";

/** @param {string} marks */
const listOf = (marks) => marks.split(" ").filter(Boolean);

/**
 * Whether what is kept of a field was written beside other rows.
 * @param {State} state
 * @param {HTMLElement} field
 * @returns {boolean}
 */
export function isMoved(state, field) {
  const { field: name = "", rows = "", columns = "" } = field.dataset;
  const kept = state.texts[name + ROWS];
  return kept !== undefined && (kept !== rows || (state.texts[name + COLUMNS] ?? "") !== columns);
}

/**
 * Puts what is kept of a field where its rows stand now.
 * @param {State} state
 * @param {HTMLElement} field
 */
export function mendField(state, field) {
  const { field: name = "", rows = "", columns = "" } = field.dataset;
  const cells = Object.keys(state.texts).filter((one) => one.startsWith(`${name}.`) && /^\d+(-\d+)?$/.test(one.slice(name.length + 1)));
  const texts = Object.fromEntries(cells.map((one) => [one.slice(name.length + 1), state.texts[one] ?? ""]));
  const newColumns = columns ? movedRows(listOf(state.texts[name + COLUMNS] ?? ""), listOf(columns)) : [];
  const moved = movedTexts(texts, movedRows(listOf(state.texts[name + ROWS] ?? ""), listOf(rows)), newColumns);
  for (const one of cells) delete state.texts[one];
  for (const [place, text] of Object.entries(moved.texts)) state.texts[`${name}.${place}`] = text;
  const left = field.querySelector("textarea") ? moved.left : [];
  if (left.length > 0) state.texts[name + LEFT] = [state.texts[name + LEFT], ...left].filter(Boolean).join("\n");
  signField(state, field);
}

/**
 * Notes which rows a text stands beside.
 * @param {State} state
 * @param {HTMLElement} field
 */
export function signField(state, field) {
  const { field: name = "", rows = "", columns = "" } = field.dataset;
  if (rows) state.texts[name + ROWS] = rows;
  if (columns) state.texts[name + COLUMNS] = columns;
}

/**
 * What was written where no row stands any more.
 * @param {State} state
 * @param {HTMLElement} field
 * @returns {string}
 */
export function leftOf(state, field) {
  return state.texts[`${field.dataset["field"]}${LEFT}`] ?? "";
}
