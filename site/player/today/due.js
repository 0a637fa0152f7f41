// What is due on a day: cards, at most three questions, the refresher of the month; and when the next comes.
// Held to tests/player/due.vectors.json.

import { sortCards } from "../cards/leitner.js";
import { dayOfIso, monthOf } from "../time/days.js";
import { dueItems } from "./rhythm.js";

/** @typedef {import("../state/state.js").State} State */
/** @typedef {{ name: string, keys: string[] }} Month  `2027-01`, and the state keys of its questions */
/** @typedef {{ months: Month[], cards: string[], keys: string[] }} Course  what the site can ask */
/**
 * @typedef {object} Due
 * @property {string[]} cards ids of cards
 * @property {string[]} questions state keys, the most urgent first
 * @property {Month | null} month its refresher, if it is to be done
 * @property {number} next the day when something is due again, or 0
 * @property {string} picked the questions of the day as they are to be kept
 */

/** How many questions a day asks beside the refresher. */
export const QUESTIONS = 3;
/** Where the questions of the day stand among the learner's texts. */
export const PICKED = "today";

/**
 * The month of the plan that a day falls in; months that were skipped are gone.
 * @param {Month[]} months in the order of the calendar
 * @param {number} day
 * @returns {{ when: "none" | "before" | "now" | "after", month: Month | null, next: Month | null }}
 */
export function presentMonth(months, day) {
  const name = monthOf(day);
  const month = months.find((one) => one.name === name) ?? null;
  const next = months.find((one) => one.name > name) ?? null;
  if (month) return { when: "now", month, next };
  if (months.length === 0) return { when: "none", month, next };
  return { when: next ? "before" : "after", month, next };
}

/**
 * @param {Month} month
 * @returns {number}
 */
export function firstDayOf(month) {
  return dayOfIso(`${month.name}-01`) ?? 0;
}

/**
 * Whether a month's questions have all been answered since it began; before it begins, yesterday or today.
 * @param {State} state
 * @param {Month} month
 * @param {number} day
 * @returns {boolean}
 */
export function isThrough(state, month, day) {
  return month.keys.length > 0 && countSince(state, month, day) === month.keys.length;
}

/**
 * How many of a month's questions have been answered since it began; before it begins, yesterday or today.
 * @param {State} state
 * @param {Month} month
 * @param {number} day
 * @returns {number}
 */
export function countSince(state, month, day) {
  const from = Math.min(firstDayOf(month), day - 1);
  return month.keys.filter((key) => (state.rhythm[key]?.seen ?? -1) >= from).length;
}

/**
 * The questions of the day as they are kept: chosen once, so that three answered ones are not followed by three more.
 * @param {State} state
 * @param {string[]} keys what the site can ask
 * @param {number} day
 * @returns {string} the day and the state keys
 */
export function pickedOn(state, keys, day) {
  const kept = state.texts[PICKED] ?? "";
  if (kept.startsWith(`${day} `)) return kept;
  const known = new Set(keys);
  const chosen = dueItems(state, day).filter((key) => known.has(key));
  return chosen.length > 0 ? [day, ...chosen.slice(0, QUESTIONS)].join(" ") : "";
}

/**
 * @param {State} state
 * @param {Course} course
 * @param {number} day
 * @returns {Due}
 */
export function dueOn(state, course, day) {
  const { month, next } = presentMonth(course.months, day);
  const open = month && state.months[month.name] === undefined && !isThrough(state, month, day) ? month : null;
  const inMonth = new Set(open?.keys);
  const known = new Set(course.keys);
  const waiting = dueItems(state, day).filter((key) => known.has(key) && !inMonth.has(key));
  const picked = pickedOn(state, course.keys.filter((key) => !inMonth.has(key)), day);
  const asked = picked.split(" ").slice(1);
  const cards = sortCards(course.cards, state.cards, day);
  const days = course.keys.map((key) => state.rhythm[key]?.rest ?? 0).filter((rest) => rest > day);
  if (waiting.some((key) => !asked.includes(key))) days.push(day + 1);
  if (cards.next > 0) days.push(cards.next);
  if (next) days.push(firstDayOf(next));
  return {
    cards: cards.due,
    questions: asked.filter((key) => waiting.includes(key)),
    month: open,
    next: days.length > 0 ? Math.min(...days) : 0,
    picked,
  };
}
