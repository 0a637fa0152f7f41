// When a card comes back: five boxes, each with a longer wait. Held to tests/player/leitner.vectors.json.
// A card that is known goes up a box; a hard one stays in its box; one that was not known begins again in the first.

/** @typedef {import("../state/state.js").CardRun} CardRun */
/** @typedef {"again" | "hard" | "good"} Grade */

/** Days until a card of box 1, 2, … 5 comes back. */
export const WAITS = [1, 3, 7, 21, 60];
/** How many cards that were never seen one session takes at most. */
export const NEW_AT_ONCE = 10;

/**
 * Whether a card is to be looked at. One that was seen on a day to come (the clock was set back), or that waits longer
 * than the last box does, waits no more.
 * @param {CardRun} card
 * @param {number} day
 * @returns {boolean}
 */
export function isDue(card, day) {
  return card.due <= day || card.seen > day || card.due - day > (WAITS.at(-1) ?? 0);
}

/**
 * The card after a grade. One that wasn't due yet keeps its date, unless it was forgotten.
 * @param {CardRun | undefined} before
 * @param {Grade} grade
 * @param {number} day
 * @returns {CardRun}
 */
export function graded(before, grade, day) {
  if (grade === "again") return inBox(1, day);
  if (before && !isDue(before, day)) return before;
  const box = before?.box ?? 1;
  return inBox(grade === "good" ? Math.min(box + 1, WAITS.length) : box, day);
}

/**
 * @param {number} box
 * @param {number} day
 * @returns {CardRun}
 */
function inBox(box, day) {
  return { box, due: day + (WAITS[box - 1] ?? 1), seen: day };
}

/**
 * The cards of a deck that a session shows: what is due, the longest waiting first, then some that are new.
 * @param {string[]} ids in the order of the deck
 * @param {Record<string, CardRun>} cards
 * @param {number} day
 * @returns {{ due: string[], fresh: string[], next: number }} `next` is the day when the next of the others is due, or 0
 */
export function sortCards(ids, cards, day) {
  /** @type {[string, CardRun][]} */
  const known = [];
  const fresh = [];
  for (const id of ids) {
    const card = cards[id];
    if (card) known.push([id, card]);
    else fresh.push(id);
  }
  const due = known.filter(([, card]) => isDue(card, day)).sort(([, one], [, other]) => one.due - other.due);
  const later = known.filter(([, card]) => !isDue(card, day)).map(([, card]) => card.due);
  return { due: due.map(([id]) => id), fresh, next: later.length > 0 ? Math.min(...later) : 0 };
}
