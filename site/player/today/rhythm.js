// When an answered question comes back: soon where it was missed, later where it was known, rarely where it was known
// twice. Held to tests/player/vectors.json and tests/player/cards.test.mjs.

/** @typedef {import("../state/state.js").State} State */
/** @typedef {import("../state/state.js").Rhythm} Rhythm */
/** @typedef {import("../state/state.js").Sure} Sure */

/** Days until a question that was missed, one answered right but unsure, and one known is asked again. */
const AFTER = { missed: 2, unsure: 7, known: 30 };
/** Known twice, at least so many days apart, it rests for so many. */
const APART = 28;
const REST = 183;

/**
 * The rhythm after an answer. Only the first answer of a day counts: later ones know the reasons already.
 * @param {Rhythm | undefined} before
 * @param {number} points 0 to 1
 * @param {Sure} sure
 * @param {number} day
 * @returns {Rhythm}
 */
export function after(before, points, sure, day) {
  if (before && before.seen === day) return before;
  if (points < 1) return { seen: day, good: 0, rest: day + AFTER.missed };
  if (sure === 1) return { seen: day, good: 0, rest: day + AFTER.unsure };
  if (sure !== 2) return { seen: day, good: before?.good ?? 0, rest: day + AFTER.known };
  const good = before?.good ?? 0;
  if (good > 0 && day - good >= APART) return { seen: day, good: day, rest: day + REST };
  return { seen: day, good: good > 0 && good <= day ? good : day, rest: day + AFTER.known };
}

/**
 * The questions to ask again: first what the learner was sure of and missed, then other misses, then what was unsure,
 * then what is due by time; the longest waiting first. A day in the future (the clock was set back) waits no longer.
 * @param {State} state
 * @param {number} day
 * @returns {string[]} state keys
 */
export function dueItems(state, day) {
  const due = Object.entries(state.rhythm).filter(([, one]) => one.rest <= day || one.seen > day);
  return due
    .map(([key, one]) => ({ key, rest: one.rest, rank: rankOf(one, state.answers[key]) }))
    .sort((one, other) => one.rank - other.rank || one.rest - other.rest || Number(one.key) - Number(other.key))
    .map((one) => one.key);
}

/**
 * Why a question comes back, by the wait that its first answer of a day brought: one that was missed and then tried again
 * until it was right was still missed.
 * @param {Rhythm} rhythm
 * @param {import("../state/state.js").Answer | undefined} answer
 * @returns {number} 0 sure and missed, 1 missed, 2 unsure, 3 known
 */
export function rankOf(rhythm, answer) {
  const wait = rhythm.rest - rhythm.seen;
  if (wait === AFTER.missed) return answer?.sure === 2 && answer.points < 1 ? 0 : 1;
  return wait === AFTER.unsure ? 2 : 3;
}
