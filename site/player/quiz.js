// A quiz whose answers show at its end: one button checks everything, and says what has no answer yet.

import { find, findAll, make } from "./dom.js";

/** @typedef {import("./items/choice.js").ChoiceItem} ChoiceItem */

/** The end of a quiz page. */
export class QuizEnd {
  /**
   * @param {HTMLElement} box
   * @param {ChoiceItem[]} items those that are answered in the browser
   * @param {import("./state.js").Store} store
   * @param {import("./words.js").Say} say
   */
  constructor(box, items, store, say) {
    this.box = box;
    this.quiz = box.dataset["quizEnd"] ?? "";
    this.items = items;
    this.store = store;
    this.say = say;
    this.warned = false;
    this.result = find(".item__result", box);
    this.button = find("[data-do=finish]", box);
    this.restart = find("[data-do=restart]", box);
    this.button?.addEventListener("click", () => this.pressed());
    this.restart?.addEventListener("click", () => this.again());
  }

  /** Folds away what the reader would check by alone until the end, and shows the button, or the result kept before. */
  start() {
    this.box.removeAttribute("hidden");
    for (const answer of this.selfChecked()) answer.setAttribute("hidden", "");
    const kept = this.store.finished(this.quiz, this.items.map((item) => item.key));
    if (!kept) return;
    this.items.forEach((item, at) => item.restore(kept[at]?.[1] ?? []));
    this.show();
  }

  selfChecked() {
    const own = new Set(this.items.map((item) => item.form));
    return findAll("form[data-item] .answer").filter((answer) => !own.has(/** @type {HTMLFormElement} */ (answer.closest("form"))));
  }

  pressed() {
    if (this.button?.getAttribute("aria-disabled") === "true") return;
    const open = this.items.filter((item) => item.chosen.length === 0);
    if (open.length > 0 && !this.warned) {
      this.warned = true;
      this.warn(open);
      return;
    }
    this.finish();
  }

  /** @param {ChoiceItem[]} open */
  warn(open) {
    const list = make("span");
    const [before, after] = this.say("unanswered").split("{questions}");
    list.append(before ?? "");
    open.forEach((item, index) => {
      const link = make("a", "", headingOf(item.form));
      link.setAttribute("href", `#${item.form.dataset["item"]}`);
      list.append(index ? ", " : "", link);
    });
    list.append(after ?? "");
    this.tell("empty", list);
    this.result?.focus();
  }

  finish() {
    for (const item of this.items) {
      if (item.chosen.length) item.check();
      else item.reveal([], null);
    }
    this.store.finish(this.quiz, this.items.map((item) => [Number(item.key), item.chosen]));
    this.show();
    this.result?.focus();
  }

  /** Says the result of what is chosen on the page, and unfolds what the reader checks alone. */
  show() {
    const points = this.items.map((item) => (item.chosen.length ? item.points(item.chosen) : 0));
    for (const answer of this.selfChecked()) answer.removeAttribute("hidden");
    const right = points.filter((one) => one === 1).length;
    const percent = Math.round((points.reduce((sum, one) => sum + one, 0) / Math.max(1, points.length)) * 100);
    const mark = Number(this.box.dataset["pass"] || Number.NaN);
    const words = [this.say("score", { right, all: points.length, percent })];
    if (!Number.isNaN(mark)) words.push(this.say(percent >= mark ? "passed" : "not-passed", { mark }));
    const alone = this.selfChecked().length;
    if (alone > 0) words.push(this.say("self-checked", { count: alone }));
    this.tell(percent >= (mark || 0) ? "right" : "part", make("span", "", words.join(" ")));
    this.button?.setAttribute("aria-disabled", "true");
    this.restart?.removeAttribute("hidden");
  }

  again() {
    for (const item of this.items) item.again();
    this.store.finish(this.quiz, []);
    for (const answer of this.selfChecked()) answer.setAttribute("hidden", "");
    this.warned = false;
    this.result?.replaceChildren();
    this.button?.removeAttribute("aria-disabled");
    this.items[0]?.inputs[0]?.focus();
    this.restart?.setAttribute("hidden", "");
  }

  /**
   * @param {string} kind
   * @param {HTMLElement} words
   */
  tell(kind, words) {
    if (!this.result) return;
    this.result.dataset["result"] = kind;
    this.result.replaceChildren(words);
  }
}

/**
 * The heading before an item.
 * @param {HTMLElement} form
 * @returns {string}
 */
function headingOf(form) {
  return document.getElementById(form.dataset["item"] ?? "")?.textContent?.trim() ?? "";
}
