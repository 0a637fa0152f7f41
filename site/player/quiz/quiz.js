// A quiz on a page of its own: one form a try, questions in drawn order, and where answers show at the end, one button
// that checks everything. What is said afterwards is in result.js.

import { shuffled } from "../items/shuffle.js";
import { find, findAll, make } from "../page/dom.js";
import { dayOf } from "../time/days.js";
import { minuteInWords, minuteOf, openFrom } from "./cooldown.js";
import { percentOf, resultOf, reviewOf } from "./result.js";

/** @typedef {import("../items/item.js").Item} Item */
/** @typedef {import("../player.js").Player} Player */

const NEW_RUN = { tries: 0, best: 0, passed: 0, done: 0, wait: 0, form: "", choices: [] };

/** The quiz of a page. */
export class Quiz {
  /**
   * @param {HTMLElement} place the element at its foot that carries the rules
   * @param {Player} player
   */
  constructor(place, player) {
    const { quiz = "", show = "", pass = "", tries = "0", kind = "" } = place.dataset;
    this.place = place;
    this.store = player.store;
    this.say = player.say;
    this.language = player.language;
    this.id = quiz;
    this.kind = kind;
    this.show = show;
    this.most = Number(tries);
    this.mark = pass === "" ? null : Number(pass);
    /** @type {Item[]} */
    this.all = [];
    this.warned = false;
    this.result = find(".quiz__result", place);
    this.review = find(".quiz__review", place);
    this.finishButton = find("[data-do=finish]", place);
    this.againButton = find("[data-do=restart]", place);
  }

  get atEnd() {
    return this.show !== "after_each";
  }

  get run() {
    return this.store.state.quizzes[this.id] ?? NEW_RUN;
  }

  /** Items of the form that is open or was finished last. */
  get items() {
    return this.all.filter((item) => formOf(item) === this.form);
  }

  get forms() {
    return [...new Set(this.all.map(formOf))];
  }

  get form() {
    const { forms } = this;
    return forms.find((form) => form === this.run.form) ?? forms[this.store.state.seed % forms.length] ?? "";
  }

  get triesLeft() {
    return this.most === 0 ? Number.POSITIVE_INFINITY : Math.max(0, this.most - this.run.tries);
  }

  /**
   * Whether the quiz plays the item itself, because it checks at its end.
   * @param {Item} item
   * @returns {boolean}
   */
  takes(item) {
    this.all.push(item);
    return this.atEnd;
  }

  start() {
    if (this.place.hasAttribute("data-shuffle")) this.orderQuestions();
    if (!this.atEnd) return this.followEach();
    for (const item of this.all) item.start({ later: true, fresh: false });
    this.place.removeAttribute("hidden");
    this.finishButton?.addEventListener("click", () => this.pressed());
    this.againButton?.addEventListener("click", () => this.again());
    if (this.place.dataset["count"]) this.readyClock();
    this.showForm();
    const kept = this.finished();
    if (kept) {
      this.items.forEach((item, at) => item.putBack(kept[at]?.[1] ?? []));
      this.showResult();
    } else if (this.run.tries > 0) {
      this.sayStanding();
    }
    return undefined;
  }

  /** Where each question answers at once: the result so far, when the last one was answered. */
  followEach() {
    const show = () => {
      if (!this.all.every((item) => item.checked)) return;
      this.place.removeAttribute("hidden");
      find(".item__buttons", this.place)?.setAttribute("hidden", "");
      this.tell("done", [resultOf(this.all, this.say, this.language)]);
      this.review?.replaceChildren(...reviewOf(this.all, this.say));
    };
    document.addEventListener("answered", show);
    show();
  }

  /** Questions in this learner's order, their numbers anew; the contents of the page follow. */
  orderQuestions() {
    for (const form of this.forms) {
      const items = this.all.filter((item) => formOf(item) === form);
      const blocks = items.map(blockOf);
      const end = make("span");
      blocks[0]?.[0]?.before(end);
      const titles = items.map((item) => headingOf(item)?.firstChild?.textContent ?? "");
      const order = shuffled(items.map((_, at) => at), this.store.state.seed + this.run.tries, hashOf(this.id));
      order.forEach((at, place) => {
        end.before(...(blocks[at] ?? []));
        const title = headingOf(items[at])?.firstChild;
        if (title) title.textContent = titles[place] ?? "";
      });
      end.remove();
      orderContents(order.map((at) => items[at]));
      this.all = this.all.filter((item) => !items.includes(item)).concat(order.flatMap((at) => items[at] ?? []));
    }
  }

  /** Shows the questions of one form; without the player all forms stand below each other. */
  showForm() {
    const { form, forms } = this;
    for (const item of this.all) for (const part of [...blockOf(item), ...linksTo(item.name)]) part.toggleAttribute("hidden", formOf(item) !== form);
    if (forms.length < 2) return;
    for (const one of forms) {
      const title = `${this.id}--form-${one.toLowerCase()}`;
      for (const part of [document.getElementById(title), ...linksTo(title)]) part?.toggleAttribute("hidden", one !== form);
    }
  }

  /** What was chosen when this quiz was finished, if it asked the same questions then. */
  finished() {
    const { choices } = this.run;
    if (choices.length === 0) return null;
    const kept = this.items.map((item) => choices.find(([key]) => String(key) === item.key));
    if (kept.length === choices.length && kept.every(Boolean)) return kept;
    this.tell("changed", [this.say("quiz-changed")]);
    this.store.change((state) => {
      state.quizzes[this.id] = { ...this.run, choices: [] };
    });
    return null;
  }

  /** Says, before another try, how the earlier ones went. */
  sayStanding() {
    const words = [this.say("best-so-far", { percent: this.run.best })];
    if (this.triesLeft === 0) words.push(this.say("no-tries"));
    if (this.result?.dataset["result"] !== "changed") this.tell("standing", words);
    this.closeWhereClosed();
  }

  pressed() {
    if (this.finishButton?.getAttribute("aria-disabled") === "true") return;
    const open = this.items.filter((item) => item.isEmpty() || item.open().length > 0);
    if (open.length > 0 && !this.warned) {
      this.warned = true;
      this.warn(open);
    } else {
      this.finish();
    }
  }

  /** @param {Item[]} open */
  warn(open) {
    const list = make("ul", "quiz__open");
    for (const item of open) {
      const link = make("a", "", headingOf(item)?.firstChild?.textContent ?? "");
      const first = item.open()[0] ?? item.controls()[0];
      link.setAttribute("href", `#${first?.id ?? item.name}`);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        first?.focus();
      });
      const entry = make("li");
      entry.append(link);
      list.append(entry);
      item.tell("empty", this.say("not-answered"));
    }
    this.tell("empty", [this.say("unanswered", { count: open.length })], list, make("p", "", this.say("finish-anyway")));
    this.result?.focus();
  }

  finish() {
    const percent = percentOf(this.items);
    const passed = this.mark !== null && percent >= this.mark;
    const { count, unit } = this.place.dataset;
    const wait = count && unit ? minuteOf(openFrom(new Date(), Number(count), unit)) : 0;
    const form = this.form;
    this.store.change((state) => {
      for (const item of this.items) if (!item.isEmpty()) item.keepAnswer(state);
      const before = state.quizzes[this.id] ?? NEW_RUN;
      state.quizzes[this.id] = {
        tries: before.tries + 1, best: Math.max(before.best, percent), passed: before.passed || (passed ? dayOf() : 0), done: dayOf(),
        wait: passed ? 0 : wait, form, choices: this.items.map((item) => [Number(item.key), item.isEmpty() ? [] : item.parts()]),
      };
      for (const item of this.items) delete state.drafts[item.key];
    });
    this.showResult();
    this.result?.focus();
    this.place.dispatchEvent(new CustomEvent("answered", { bubbles: true, detail: this.items.at(-1)?.name ?? "" }));
  }

  /** Whether reasons show now: after a test that shows them when it is passed, also when no try is left. */
  get tells() {
    return this.show === "at_end" || this.run.passed > 0 || this.triesLeft === 0;
  }

  showResult() {
    for (const item of this.items) {
      if (this.tells) {
        item.reveal(null);
      } else {
        item.mark(null);
        item.showWhere();
      }
    }
    const words = [resultOf(this.items, this.say, this.language)];
    const { mark } = this;
    const passed = mark !== null && percentOf(this.items) >= mark;
    if (mark !== null) words.push(this.say(passed ? "passed" : "not-passed", { mark }));
    if (this.kind === "pre_test") words.push(this.say("pre-test"));
    if (!this.tells) words.push(this.say("after-pass"));
    this.tell(mark === null ? "done" : passed ? "right" : "part", words);
    this.review?.replaceChildren(...reviewOf(this.items, this.say, this.tells));
    this.finishButton?.setAttribute("hidden", "");
    this.againButton?.removeAttribute("hidden");
    this.closeWhereClosed();
  }

  /** A browser is slow to write its first date: it does so at the first answer, not when the test is finished. */
  readyClock() {
    document.addEventListener("change", () => void minuteInWords(0, this.language), { once: true });
  }

  /** Where no try is left, or the next one isn't open yet, the button says so in its place. */
  closeWhereClosed() {
    const note = find(".quiz__wait", this.place);
    const waits = this.run.wait > minuteOf(new Date());
    if (!note || (this.triesLeft > 0 && !waits)) return note?.replaceChildren();
    for (const button of [this.finishButton, this.againButton]) button?.setAttribute("aria-disabled", "true");
    const next = () => this.say("next-try", { when: minuteInWords(this.run.wait, this.language) });
    note.textContent = this.triesLeft === 0 ? this.say("no-tries") : next();
    note.id = `${this.id}--wait`;
    for (const button of [this.finishButton, this.againButton]) button?.setAttribute("aria-describedby", note.id);
    return undefined;
  }

  again() {
    if (this.againButton?.getAttribute("aria-disabled") === "true") return;
    for (const item of this.items) item.again();
    const { forms } = this;
    const next = forms[(forms.indexOf(this.form) + 1) % forms.length] ?? "";
    this.store.change((state) => {
      state.quizzes[this.id] = { ...this.run, form: next, choices: [] };
      for (const item of this.all) delete state.drafts[item.key];
    });
    this.warned = false;
    this.review?.replaceChildren();
    this.tell("", []);
    this.showForm();
    this.finishButton?.removeAttribute("hidden");
    this.againButton?.setAttribute("hidden", "");
    this.items[0]?.controls()[0]?.focus();
  }

  /**
   * @param {string} kind
   * @param {string[]} words
   * @param {HTMLElement[]} more
   */
  tell(kind, words, ...more) {
    if (!this.result) return;
    this.result.dataset["result"] = kind;
    this.result.replaceChildren(...(words.length > 0 ? [make("p", "", words.join(" "))] : []), ...more);
  }
}

/** @param {Item} item */
function formOf(item) {
  return item.form.closest("[data-form]")?.getAttribute("data-form") ?? "";
}

/** @param {Item | undefined} item */
export function headingOf(item) {
  return item ? document.getElementById(item.name) : null;
}

/**
 * A question's heading and the part of the page below it.
 * @param {Item} item
 * @returns {Element[]}
 */
function blockOf(item) {
  const part = item.form.closest(".part");
  return [headingOf(item), part].filter((one) => one instanceof Element);
}

/**
 * The entries of the page's contents that lead to an anchor.
 * @param {string} anchor
 * @returns {Element[]}
 */
function linksTo(anchor) {
  return findAll(`.md-nav a[href="#${anchor}"]`).flatMap((link) => link.closest("li") ?? []);
}

/**
 * The contents of the page in the questions' order, with their numbers.
 * @param {(Item | undefined)[]} items
 */
function orderContents(items) {
  const entries = items.flatMap((item) => (item ? linksTo(item.name).slice(0, 1) : []));
  const list = entries[0]?.parentElement;
  if (!list || entries.length !== items.length) return;
  const before = make("li");
  const first = Array.from(list.children).find((entry) => entries.includes(entry));
  first?.before(before);
  before.after(...entries);
  before.remove();
  items.forEach((item, at) => {
    const words = entries[at]?.querySelector(".md-ellipsis");
    if (words) words.textContent = headingOf(item)?.firstChild?.textContent?.trim() ?? "";
  });
}

/**
 * A number for a quiz's id, to draw its order by.
 * @param {string} id
 */
function hashOf(id) {
  return Array.from(id).reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) >>> 0, 7);
}
