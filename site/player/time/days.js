// Days of the learner's own calendar as numbers: 0 is 2000-01-01.

const FIRST = Date.UTC(2000, 0, 1);
const LENGTH = 86_400_000;

/**
 * The day that a moment falls on, where the learner is.
 * @param {Date} [moment] now, if left out
 * @returns {number}
 */
export function dayOf(moment = new Date()) {
  return Math.floor((Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) - FIRST) / LENGTH);
}

/**
 * Noon of a day, where the learner is.
 * @param {number} day
 * @returns {Date}
 */
export function dateOf(day) {
  const there = new Date(FIRST + day * LENGTH);
  return new Date(there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate(), 12);
}

/**
 * A day as people write it in a language: 3 December 2026.
 * @param {number} day
 * @param {string} language
 * @returns {string}
 */
export function dayInWords(day, language) {
  return new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric" }).format(dateOf(day));
}

/**
 * So many days from today: tomorrow, in 3 days.
 * @param {number} days
 * @param {string} language
 * @returns {string}
 */
export function daysOn(days, language) {
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(days, "day");
}

/**
 * The month of a day: `2027-01`.
 * @param {number} day
 * @returns {string}
 */
export function monthOf(day) {
  return isoOf(day).slice(0, 7);
}

/**
 * A day as `2027-01-31`.
 * @param {number} day
 * @returns {string}
 */
export function isoOf(day) {
  return new Date(FIRST + day * LENGTH).toISOString().slice(0, 10);
}

/**
 * The day of `2027-01-31`; null for what isn't one.
 * @param {string} iso
 * @returns {number | null}
 */
export function dayOfIso(iso) {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(moment) ? null : Math.floor((moment - FIRST) / LENGTH);
}
