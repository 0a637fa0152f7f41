// "Due today": of all that the page lists, what the learner's own days make due; and a summary in words on any page.

import { sortCards } from "../cards/leitner.js";
import { sayCount, sayList } from "../page/count.js";
import { find, findAll } from "../page/dom.js";
import { saveFile } from "../page/files.js";
import { calendarFile } from "../time/calendar.js";
import { dayInWords, dayOf } from "../time/days.js";
import { countSince, dueOn, firstDayOf, PICKED, presentMonth } from "./due.js";
import { startMonths } from "./months.js";
import { rankOf } from "./rhythm.js";

/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("./due.js").Due} Due */

const WHY = ["today-why-sure", "today-why-missed", "today-why-unsure", "today-why-time"];

/** @param {Player} player */
export function startToday(player) {
  startMonths(player);
  const data = document.querySelector("template[data-today]");
  if (data instanceof HTMLTemplateElement) new Today(data, player).start();
}

/** The page's course as the player sees it, and the places where it says what is due. */
class Today {
  /**
   * @param {HTMLTemplateElement} data
   * @param {Player} player
   */
  constructor(data, player) {
    this.player = player;
    this.names = new Map(findAll("[data-month]", data.content).map((one) => [one.dataset["month"], one.textContent ?? ""]));
    const months = findAll("[data-month]", data.content);
    this.stacks = new Map(findAll("[data-stack]", data.content).map((one) => [one.dataset["stack"], listIn(one, "cards")]));
    this.course = {
      months: months.map((one) => ({ name: one.dataset["month"] ?? "", keys: listIn(one, "keys") })),
      cards: [...this.stacks.values()].flat(),
      keys: listIn(data, "keys"),
    };
  }

  start() {
    this.player.store.listen(() => this.show());
    document.addEventListener("visibilitychange", () => this.show());
    const button = find("[data-do=calendar]");
    button?.addEventListener("click", () => this.save(button.dataset["title"] ?? ""));
    button?.removeAttribute("hidden");
    this.show();
  }

  /** @param {number} day */
  date(day) {
    return dayInWords(day, this.player.language);
  }

  show() {
    const day = dayOf();
    const { store } = this.player;
    const due = dueOn(store.state, this.course, day);
    if (due.picked && due.picked !== store.state.texts[PICKED]) {
      store.change((state) => {
        state.texts[PICKED] = due.picked;
      });
      return;
    }
    for (const place of findAll("[data-today-summary]")) {
      place.toggleAttribute("data-nothing", isNothing(due));
      const words = this.summary(due);
      if (place.textContent !== words) place.textContent = words;
      place.removeAttribute("hidden");
    }
    this.showMonth(day, due);
    this.showStacks(day);
    this.showQuestions(due.questions);
  }

  /**
   * @param {Due} due
   * @returns {string}
   */
  summary({ month, cards, questions, next }) {
    const { player } = this;
    const parts = month ? [player.say("today-refresher", { month: this.names.get(month.name) ?? "" })] : [];
    if (cards.length > 0) parts.push(sayCount(player, "today-cards", cards.length));
    if (questions.length > 0) parts.push(sayCount(player, "today-questions", questions.length));
    if (parts.length > 0) return player.say("today-due", { list: sayList(player, parts) });
    return player.say(next > 0 ? "today-next" : "today-nothing", { date: this.date(next) });
  }

  /**
   * Of the months only the present one is shown; the others are history, or to come.
   * @param {number} day
   * @param {Due} due
   */
  showMonth(day, due) {
    const list = find("[data-months]");
    const words = find("[data-month-words]");
    if (!list || !words) return;
    const { when, month, next } = presentMonth(this.course.months, day);
    for (const entry of findAll("[data-month]", list)) entry.toggleAttribute("hidden", entry.dataset["month"] !== month?.name);
    for (const entry of findAll("[data-month]", list)) entry.toggleAttribute("data-due", due.month !== null);
    list.toggleAttribute("hidden", !month);
    words.replaceChildren(this.monthWords(day, when, month, next, !due.month).join(" "));
    words.removeAttribute("hidden");
  }

  /**
   * @param {number} day
   * @param {ReturnType<typeof presentMonth>["when"]} when
   * @param {import("./due.js").Month | null} month
   * @param {import("./due.js").Month | null} next
   * @param {boolean} isDone
   * @returns {string[]}
   */
  monthWords(day, when, month, next, isDone) {
    const { say, store } = this.player;
    const date = next ? this.date(firstDayOf(next)) : "";
    if (!month) {
      if (when === "after") return [say("today-month-after")];
      return [say(next === this.course.months[0] ? "today-month-before" : "today-month-gap", { date })];
    }
    const done = countSince(store.state, month, day);
    if (!isDone && done === 0) return [say("today-month-open")];
    if (!isDone) return [say("today-month-part", { done, all: month.keys.length })];
    const then = this.date(store.state.months[month.name] ?? day);
    return [say("today-month-done", { date: then }), next ? say("today-month-next", { date }) : say("today-month-last")];
  }

  /** @param {number} day */
  showStacks(day) {
    const list = find("[data-decks]");
    const entries = list ? findAll("[data-stack]", list) : [];
    const sorted = entries.map((entry) => {
      const sort = sortCards(this.stacks.get(entry.dataset["stack"]) ?? [], this.player.store.state.cards, day);
      find(".due__note", entry)?.replaceChildren(this.stackWords(sort));
      entry.toggleAttribute("data-due", sort.due.length > 0);
      const link = entry.querySelector("a");
      if (link) link.hash = "page--study";
      return { entry, due: sort.due.length };
    });
    const wanted = sorted.sort((one, other) => Math.sign(other.due) - Math.sign(one.due)).map(({ entry }) => entry);
    if (wanted.some((entry, at) => entry !== entries[at])) list?.append(...wanted);
  }

  /**
   * @param {ReturnType<typeof sortCards>} sort
   * @returns {string}
   */
  stackWords({ due, fresh, next }) {
    const words = [];
    if (due.length > 0) words.push(sayCount(this.player, "today-deck-cards", due.length));
    if (fresh.length > 0) words.push(sayCount(this.player, "today-deck-new", fresh.length));
    return words.length > 0 ? words.join(" · ") : this.player.say("today-deck-next", { date: this.date(next) });
  }

  /** @param {string[]} keys */
  showQuestions(keys) {
    const list = find("[data-questions]");
    const rows = document.querySelector("[data-question-rows]");
    if (!list || !(rows instanceof HTMLTemplateElement)) return;
    const made = keys.map((key) => this.question(find(`[data-key="${key}"]`, rows.content), key));
    const kept = findAll("[data-key]", list).map((one) => one.dataset["key"]);
    if (kept.join(" ") !== keys.join(" ")) list.replaceChildren(...made.filter((one) => one !== null));
    list.toggleAttribute("hidden", keys.length === 0);
    const words = find("[data-questions-words]");
    words?.replaceChildren(this.player.say("today-none"));
    words?.toggleAttribute("hidden", keys.length > 0);
  }

  /**
   * @param {HTMLElement | null} row
   * @param {string} key
   * @returns {Node | null}
   */
  question(row, key) {
    const made = row?.cloneNode(true);
    if (!(made instanceof HTMLElement)) return null;
    const { answers, rhythm } = this.player.store.state;
    const seen = rhythm[key];
    if (!seen) return null;
    const why = WHY[rankOf(seen, answers[key])] ?? "";
    find(".due__why", made)?.replaceChildren(this.player.say(why, { date: this.date(seen.seen) }));
    return made;
  }

  /**
   * A file of the days that are to come.
   * @param {string} title the course's
   */
  save(title) {
    const day = dayOf();
    const { player, course } = this;
    const text = new URL(`${player.root}/today.html`, location.href).href;
    const months = course.months.filter((one) => firstDayOf(one) > day);
    const events = months.map((one) => ({
      uid: `refresher-${one.name}@${player.store.course}`,
      day: firstDayOf(one),
      title: `${player.say("today-event-month", { month: this.names.get(one.name) ?? "" })} – ${title}`,
      text,
    }));
    const { next } = dueOn(player.store.state, course, day);
    if (next > 0 && !events.some((one) => one.day === next)) {
      events.push({ uid: `due@${player.store.course}`, day: next, title: player.say("today-event-due", { course: title }), text });
    }
    const told = find("[data-calendar-told]");
    if (events.length === 0) return told?.replaceChildren(player.say("today-told-none"));
    saveFile(`${player.say("today-file")}.ics`, "text/calendar", calendarFile(events));
    return told?.replaceChildren(player.say("today-told", { dates: sayCount(player, "today-dates", events.length) }));
  }
}

/**
 * @param {Due} due
 * @returns {boolean}
 */
function isNothing({ month, cards, questions }) {
  return !month && cards.length === 0 && questions.length === 0;
}

/**
 * A list of words in a data attribute.
 * @param {HTMLElement} place
 * @param {string} name
 * @returns {string[]}
 */
function listIn(place, name) {
  return (place.dataset[name] ?? "").split(" ").filter((one) => one !== "");
}
