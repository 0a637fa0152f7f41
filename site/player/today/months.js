// The refreshers' own pages: which month is the present one, which are done, and when a month's questions are all answered.

import { find, findAll } from "../page/dom.js";
import { dayInWords, dayOf } from "../time/days.js";
import { countSince, firstDayOf, isThrough, presentMonth } from "./due.js";

/** @typedef {import("../player.js").Player} Player */

/** @param {Player} player */
export function startMonths(player) {
  const list = findAll("[data-month]").filter((one) => one.matches("li.month"));
  if (list.length > 0) {
    const show = () => list.forEach((one) => showEntry(player, one));
    player.store.listen(show);
    show();
    showPresent(list);
  }
  const told = find("p[data-month-told]");
  if (!told) return;
  const keep = () => keepMonth(player, told);
  player.store.listen(keep);
  keep();
}

/** @param {HTMLElement[]} list */
function showPresent(list) {
  const { month } = presentMonth(list.map((one) => ({ name: one.dataset["month"] ?? "", keys: [] })), dayOf());
  const entry = list.find((one) => one.dataset["month"] === month?.name);
  if (!entry) return;
  entry.setAttribute("data-present", "");
  find("a", entry)?.setAttribute("aria-current", "date");
  find(".month__now", entry)?.removeAttribute("hidden");
}

/**
 * @param {Player} player
 * @param {HTMLElement} entry
 */
function showEntry(player, entry) {
  const done = player.store.state.months[entry.dataset["month"] ?? ""];
  const words = done === undefined ? "" : player.say("month-done", { date: dayInWords(done, player.language) });
  find("[data-month-told]", entry)?.replaceChildren(words);
}

/**
 * On a month's page: files the month once all of it is answered, and says so.
 * @param {Player} player
 * @param {HTMLElement} told
 */
function keepMonth(player, told) {
  const name = told.dataset["monthTold"] ?? "";
  const forms = findAll("[data-fresh-from] [data-key]").filter((one) => one.dataset["type"] !== "reflection");
  const month = { name, keys: forms.map((one) => one.dataset["key"] ?? "") };
  const { store } = player;
  const day = dayOf();
  if (isThrough(store.state, month, day) && store.state.months[name] === undefined) {
    store.change((state) => {
      state.months[name] = day;
    });
    return;
  }
  const words = wordsOf(player, month, told.dataset["after"] ?? "", day);
  if (told.textContent !== words) told.textContent = words;
}

/**
 * @param {Player} player
 * @param {import("./due.js").Month} month
 * @param {string} after the next month of the plan, or empty
 * @param {number} day
 * @returns {string}
 */
function wordsOf(player, month, after, day) {
  const { state } = player.store;
  /** @param {number} one */
  const date = (one) => dayInWords(one, player.language);
  if (state.months[month.name] === undefined) {
    const done = countSince(state, month, day);
    return done > 0 ? player.say("month-part", { done, all: month.keys.length }) : "";
  }
  if (!after) return player.say("month-last");
  const next = firstDayOf({ name: after, keys: [] });
  return player.say(next > day ? "month-through" : "month-all", { date: date(next) });
}
