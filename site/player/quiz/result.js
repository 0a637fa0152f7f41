// What is said when questions have been answered: points in words, and what to look at again.

import { make } from "../page/dom.js";

/** @typedef {import("../items/item.js").Item} Item */
/** @typedef {import("../page/words.js").Say} Say */

/** @param {Item[]} items @returns {number} the points of all of them */
const sumOf = (items) => items.reduce((sum, item) => sum + pointsOf(item), 0);

/** @param {Item[]} items @returns {number} how much of all points, 0 to 100 */
export const percentOf = (items) => Math.round((sumOf(items) / Math.max(1, items.length)) * 100);

/**
 * The result of items as they stand, in words.
 * @param {Item[]} items
 * @param {Say} say
 * @param {string} language
 * @returns {string}
 */
export function resultOf(items, say, language) {
  const sum = sumOf(items);
  const points = Number.isInteger(sum) ? sum : new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(sum);
  return say("score", { points, all: items.length, percent: percentOf(items) });
}

/**
 * The questions to look at again: those that the learner was sure of and missed come first, for they teach most.
 * @param {Item[]} items
 * @param {Say} say
 * @param {boolean} [tells] whether reasons show, so that there is something to read
 * @returns {HTMLElement[]}
 */
export function reviewOf(items, say, tells = true) {
  const entries = items.map((item) => ({ item, rank: rankOf(item) })).filter(({ rank }) => rank < 3);
  if (entries.length === 0) return items.length > 1 ? [make("p", "", say("review-none"))] : [];
  entries.sort((one, other) => one.rank - other.rank);
  const list = make("ol", "quiz__again");
  for (const { item, rank } of entries) {
    const link = make("a", "", document.getElementById(item.name)?.firstChild?.textContent?.trim() ?? "");
    link.setAttribute("href", `#${item.name}`);
    const entry = make("li");
    entry.append(link, `: ${say(`review-${rank}`)}`);
    list.append(entry);
  }
  return [make("p", "quiz__heading", say(tells ? "review" : "review-later")), list];
}

/** @param {Item} item */
function pointsOf(item) {
  return item.isEmpty() ? 0 : item.points();
}

/**
 * @param {Item} item
 * @returns {number} 0 sure and missed, 1 missed, 2 right but unsure, 3 known
 */
export function rankOf(item) {
  if (pointsOf(item) < 1) return item.sure === 2 && !item.isEmpty() ? 0 : 1;
  return item.sure === 1 ? 2 : 3;
}
