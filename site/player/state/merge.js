// Two tabs that write in the same moment: what the one wrote over is put back.

import { emptyState } from "./state.js";

/** @typedef {import("./state.js").State} State */

/**
 * The state of `theirs` with every entry that changed from `base` to `mine` and that `theirs` still has as in `base`.
 * Where both changed the same entry, theirs holds.
 * @param {State} base
 * @param {State} mine
 * @param {State} theirs
 * @returns {boolean} whether anything was put back into `theirs`
 */
export function putBack(base, mine, theirs) {
  let changed = false;
  for (const part of /** @type {(keyof State)[]} */ (Object.keys(emptyState()))) {
    if (part === "seed" || part === "since" || part === "last") continue;
    changed = putBackPart(base[part], mine[part], theirs[part]) || changed;
  }
  return changed;
}

/**
 * @param {Record<string, unknown>} base
 * @param {Record<string, unknown>} mine
 * @param {Record<string, unknown>} theirs
 * @returns {boolean}
 */
function putBackPart(base, mine, theirs) {
  let changed = false;
  for (const key of new Set([...Object.keys(base), ...Object.keys(mine)])) {
    if (same(base[key], mine[key]) || same(mine[key], theirs[key]) || !same(base[key], theirs[key])) continue;
    if (mine[key] === undefined) delete theirs[key];
    else theirs[key] = mine[key];
    changed = true;
  }
  return changed;
}

/**
 * @param {unknown} one
 * @param {unknown} other
 * @returns {boolean}
 */
function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
