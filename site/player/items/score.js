// How answers are scored: points from 0 to 1. Held to tests/player/vectors.json.

/** @typedef {"right" | "wrong" | "missed" | "left"} Told */

const BEST = 3;

/**
 * Points of a choice. With partial credit each wrong tick costs what a right one earns; never below 0.
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
 * Points of a graded option: its score out of 3.
 * @param {number} score 0 (harmful) to 3 (best)
 * @returns {number}
 */
export function scoreJudged(score) {
  return score / BEST;
}

/**
 * Points where each part is right or not by itself: gaps, pairs, members, steps at their place.
 * @param {boolean[]} hits
 * @param {string} credit `all` or `partial`
 * @returns {number}
 */
export function scoreParts(hits, credit) {
  const right = hits.filter(Boolean).length;
  if (right === hits.length) return 1;
  return credit === "partial" ? right / hits.length : 0;
}

/**
 * Whether words are among the accepted ones.
 * @param {string} typed
 * @param {string[]} accepted
 * @param {boolean} matchCase
 * @returns {boolean}
 */
export function isAccepted(typed, accepted, matchCase) {
  const folded = fold(typed, matchCase);
  return folded !== "" && accepted.some((one) => fold(one, matchCase) === folded);
}

/**
 * Words as they are compared: without space around, runs of space as one, one way of writing letters with marks, quotes
 * and dashes, no full stop at the end; small letters unless `matchCase`.
 * @param {string} words
 * @param {boolean} matchCase
 * @returns {string}
 */
export function fold(words, matchCase) {
  const plain = words
    .normalize("NFC")
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d\u201e]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(?<=[^.])\.$/, "");
  return matchCase ? plain : plain.toLowerCase().replaceAll("\u00df", "ss");
}

/**
 * Whether a number is right, exactly: no rounding of decimals.
 * @param {string} number as readNumber gives it
 * @param {string} answer a plain decimal: `12.5`
 * @param {string} tolerance a plain decimal, at least 0
 * @returns {boolean}
 */
export function isClose(number, answer, tolerance) {
  const places = Math.max(...[number, answer, tolerance].map((one) => placesOf(one)));
  const distance = scaled(number, places) - scaled(answer, places);
  return (distance < 0n ? -distance : distance) <= scaled(tolerance, places);
}

/**
 * A typed number as a plain decimal, or null. Where only one kind of sign stands in it, and three digits follow each, the
 * language says whether it groups thousands; otherwise the last sign is the decimal one. Spaces and apostrophes group.
 * @param {string} typed
 * @param {string} decimalSign of the language: `.` or `,`
 * @returns {string | null}
 */
export function readNumber(typed, decimalSign) {
  const bare = typed.normalize("NFKC").replace(/[\u2212\u2013]/g, "-").replace(/[\s'\u2019]/g, "");
  if (!/^[-+]?(\d[\d.,]*|[.,]\d+)$/.test(bare)) return null;
  const signs = bare.replace(/[^.,]/g, "");
  const last = signs.at(-1) ?? "";
  const grouped = /^[-+]?[1-9]\d{0,2}([.,]\d{3})+$/.test(bare) && new Set(signs).size === 1 && last !== decimalSign;
  if (!grouped && signs.length > 1 && signs.indexOf(last) < signs.length - 1) return null;
  const at = grouped || !last ? bare.length : bare.lastIndexOf(last);
  const whole = bare.slice(0, at).replace(/[.,+]/g, "");
  const part = bare.slice(at + 1);
  return `${whole === "" || whole === "-" ? `${whole}0` : whole}${part ? `.${part}` : ""}`;
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

/** @param {string} decimal */
function placesOf(decimal) {
  return (decimal.split(".")[1] ?? "").length;
}

/**
 * @param {string} decimal
 * @param {number} places
 * @returns {bigint}
 */
function scaled(decimal, places) {
  const [whole = "0", part = ""] = decimal.split(".");
  return BigInt(`${whole}${part.padEnd(places, "0")}`);
}
