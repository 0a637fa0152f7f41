// How answers are scored. Held to tests/player/vectors.json.

/** @typedef {"right" | "wrong" | "missed" | "left"} Told */

/**
 * Points of a choice, 0 to 1. With partial credit each wrong tick costs what a right one earns; never below 0.
 * @param {number[]} chosen ranks
 * @param {number[]} right ranks
 * @param {string} credit `all` or `partial`
 * @returns {number}
 */
export function scoreChoice(chosen, right, credit) {
  const hits = chosen.filter((rank) => right.includes(rank)).length;
  const misses = chosen.length - hits;
  if (hits === right.length && misses === 0) return 1;
  return credit === "partial" && right.length > 0 ? Math.max(0, (hits - misses) / right.length) : 0;
}

/**
 * What is said of one option.
 * @param {boolean} chosen
 * @param {boolean} right
 * @returns {Told}
 */
export function told(chosen, right) {
  if (chosen) return right ? "right" : "wrong";
  return right ? "missed" : "left";
}
