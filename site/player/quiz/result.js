// What is said when questions have been answered: points in words, and what to look at again.

import { make } from "../page/dom.js";

/** @typedef {import("../items/item.js").Item} Item */
/** @typedef {import("../page/words.js").Say} Say */

/**
 * The result of items as they stand.
 * @param {Item[]} items
 * @param {Say} say
 * @param {string} language
 * @returns {{ words: string[], percent: number }}
 */
export function resultOf(items, say, language) {
  const points = items.map(pointsOf);
  const sum = points.reduce((all, one) => all + one, 0);
  const percent = Math.round((sum / Math.max(1, points.length)) * 100);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return { words: [say("score", { points: number.format(sum), all: points.length, percent })], percent };
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
