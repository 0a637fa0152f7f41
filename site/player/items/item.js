// What all items have in common: drafts, hints, how sure the learner is, checking, trying again, and what was answered
// before. A type says how its controls are read, filled, scored and explained.

import { find, findAll, make } from "../page/dom.js";
import { inSteps } from "../state/packed.js";
import { dayOf } from "../time/days.js";
import { after } from "../today/rhythm.js";
import { tellOfChange } from "./changed.js";

/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("../state/state.js").Sure} Sure */

/** One item on the page. Controls stay enabled and focus stays where it is; only the reader moves it. */
export class Item {
  /**
   * @param {HTMLFormElement} form
   * @param {Player} player
   */
  constructor(form, player) {
    this.form = form;
    this.store = player.store;
    this.say = player.say;
    this.language = player.language;
    this.key = form.dataset["key"] ?? "";
    this.name = form.dataset["item"] ?? "";
    this.credit = form.dataset["credit"] ?? "all";
    this.result = find(".item__result", form);
    this.answerBox = find("details.answer", form);
    this.hints = findAll("details.hint", form).filter((one) => one instanceof HTMLDetailsElement);
    this.sureness = findAll(".sure input", form).filter((one) => one instanceof HTMLInputElement);
    this.buttons = { check: find("[data-do=check]", form), again: find("[data-do=again]", form) };
    /** Whether the quiz checks, at its end. */
    this.later = false;
    this.warned = false;
    /** @type {number[]} what was chosen when it was checked */
    this.shown = [];
  }

  // What a type has to say.

  /** @returns {HTMLElement[]} what the learner answers with, in order */
  controls() {
    return [];
  }

  /** @returns {number[]} the present choice as it is kept */
  parts() {
    return [];
  }

  /** @returns {HTMLElement[]} controls that wait for an answer; none where the item is complete */
  open() {
    return [];
  }

  /** @returns {boolean} whether nothing at all was answered */
  isEmpty() {
    return this.open().length === this.controls().length;
  }

  /** @returns {string} what to say where nothing, or something that can't be checked, was answered; else nothing */
  fault() {
    return this.isEmpty() ? this.say("empty") : "";
  }

  /**
   * Fills the controls as a learner had them; none empties them.
   * @param {number[]} _parts
   */
  put(_parts) {}

  /** @returns {[part: number, words: string][]} what is typed, by part; kept beside the draft */
  words() {
    return [];
  }

  /** @returns {number} points of the present choice, 0 to 1 */
  points() {
    return 0;
  }

  /** Puts the controls in this learner's order. */
  order() {}

  /** Says at each part whether it is right, and why. */
  explain() {}

  /** Takes back what explain said. */
  unexplain() {}

  /**
   * The points as words: `2 of 3`.
   * @param {number} points
   * @returns {{ points: string, most: string }}
   */
  partly(points) {
    const most = this.controls().length;
    return { points: this.number(points * most), most: String(most) };
  }

  // What all share.

  get checked() {
    return this.form.hasAttribute("data-checked");
  }

  get sure() {
    const said = this.sureness.find((one) => one.checked)?.value;
    /** @type {Sure} */
    const sure = said === "2" ? 2 : said === "1" ? 1 : 0;
    return sure;
  }

  get hintsUsed() {
    return this.hints.filter((one) => one.hasAttribute("data-used")).length;
  }

  /**
   * Puts the item under the player's hands.
   * @param {{ later: boolean, fresh: boolean }} how `later`: the quiz checks; `fresh`: asked again, without what was answered
   */
  start({ later, fresh }) {
    this.later = later;
    if (later) this.result?.removeAttribute("role"); // the quiz says one result, not each item its own
    find(".item__live", this.form)?.removeAttribute("hidden");
    find(".item__buttons", this.form)?.toggleAttribute("hidden", later);
    this.answerBox?.setAttribute("hidden", "");
    this.order();
    this.startHints();
    this.form.addEventListener("submit", (event) => this.submitted(event));
    this.form.addEventListener("input", () => this.changed());
    this.form.addEventListener("click", (event) => this.clicked(event), true);
    this.buttons.again?.addEventListener("click", () => this.again());
    this.restore(fresh);
  }

  /** @param {boolean} fresh */
  restore(fresh) {
    const { answers, drafts } = this.store.state;
    const draft = drafts[this.key];
    const answer = this.later || fresh ? undefined : answers[this.key];
    const kept = draft ?? answer;
    if (kept) {
      this.put(kept.parts);
      this.putSure(kept.sure);
      this.hints.forEach((one, at) => at < kept.hints && this.useHint(one));
    }
    if (answer && !draft) this.reveal(answer.tries > 1 ? answer.first : null);
    if (!kept) tellOfChange(this.form, this.store.state, this.say, fresh && answers[this.key] !== undefined);
  }

  /**
   * Fills in what was chosen when the quiz was finished, and how sure the learner was.
   * @param {number[]} parts
   */
  putBack(parts) {
    this.put(parts);
    this.putSure(parts.length > 0 ? this.store.state.answers[this.key]?.sure ?? 0 : 0);
  }

  /** @param {Sure} sure */
  putSure(sure) {
    for (const one of this.sureness) one.checked = Number(one.value) === sure;
  }

  startHints() {
    this.hints.forEach((hint, at) => {
      if (this.later) hint.setAttribute("hidden", "");
      else hint.toggleAttribute("hidden", at > 0 && !this.hints[at - 1]?.hasAttribute("data-used"));
      hint.addEventListener("toggle", () => {
        if (!(hint instanceof HTMLDetailsElement) || !hint.open || hint.hasAttribute("data-used")) return;
        this.useHint(hint);
        this.keepDraft();
      });
    });
  }

  /** @param {HTMLElement} hint */
  useHint(hint) {
    hint.setAttribute("data-used", "");
    const next = this.hints[this.hints.indexOf(/** @type {HTMLDetailsElement} */ (hint)) + 1];
    if (!this.later) next?.removeAttribute("hidden");
  }

  /** Something was chosen or typed: kept as a draft, so that leaving the page loses nothing. */
  changed() {
    if (this.checked) {
      this.put(this.shown); // a native list can't be held, only set back
      return;
    }
    if (this.result?.dataset["result"] === "empty") this.tell("", "");
    this.warned = false;
    this.keepDraft();
  }

  keepDraft() {
    if (this.checked) return;
    this.store.change((state) => {
      for (const [part, words] of this.words()) {
        const name = `${this.key}.${part}`;
        if (words) state.texts[name] = words;
        else delete state.texts[name];
      }
      state.drafts[this.key] = { parts: this.isEmpty() ? [] : this.parts(), hints: this.hintsUsed, sure: this.sure };
    });
  }

  /** @param {Event} event */
  submitted(event) {
    event.preventDefault();
    if (this.checked || this.later) return;
    const fault = this.fault();
    const open = this.open();
    if (fault || (open.length > 0 && !this.warned)) {
      this.warned = !fault;
      this.tell("empty", fault || this.say("still-empty", { count: open.length }));
      this.describe(true);
      (open[0] ?? this.controls()[0])?.focus();
      return;
    }
    this.check();
  }

  /** Counts the choice as a try, keeps it, and shows the reasons. */
  check() {
    this.store.change((state) => this.keepAnswer(state));
    const answer = this.store.state.answers[this.key];
    this.reveal(answer && answer.tries > 1 ? answer.first : null);
    this.form.dispatchEvent(new CustomEvent("answered", { bubbles: true, detail: this.name }));
  }

  /** @param {import("../state/state.js").State} state */
  keepAnswer(state) {
    const points = inSteps(this.points());
    const { hintsUsed: hints, sure } = this;
    const before = state.answers[this.key];
    const first = before ? before.first : points;
    state.answers[this.key] = { parts: this.parts(), tries: (before?.tries ?? 0) + 1, first, points, hints, sure };
    state.rhythm[this.key] = after(state.rhythm[this.key], points, sure, dayOf());
    delete state.drafts[this.key];
  }

  /**
   * After checking, a click changes nothing; the controls stay in reach of keyboard and reader.
   * @param {Event} event
   */
  clicked(event) {
    if (this.checked && event.target instanceof HTMLInputElement) event.preventDefault();
  }

  /**
   * Shows result and reasons of what is chosen.
   * @param {number | null} first points of the first try, where there were several
   */
  reveal(first) {
    this.mark(first);
    this.explain();
    if (this.answerBox instanceof HTMLDetailsElement) this.showAnswer(this.answerBox);
  }

  /** @param {HTMLDetailsElement} box */
  showAnswer(box) {
    box.removeAttribute("hidden");
    box.open = true;
  }

  /** Says where to read again, without the answer. */
  showWhere() {
    const more = find(".answer__more", this.form);
    if (more) find(".item__after", this.form)?.replaceChildren(more.cloneNode(true));
  }

  /**
   * Says the result alone, without reasons.
   * @param {number | null} first
   */
  mark(first) {
    this.form.setAttribute("data-checked", "");
    this.shown = this.parts();
    for (const control of [...this.controls(), ...this.sureness]) control.setAttribute("aria-disabled", "true");
    for (const control of this.controls()) if (control instanceof HTMLInputElement && control.type === "text") control.readOnly = true;
    this.buttons.check?.setAttribute("aria-disabled", "true");
    this.buttons.again?.toggleAttribute("hidden", this.later);
    const points = this.points();
    this.describe(false);
    this.tell(points === 1 ? "right" : points > 0 ? "part" : "wrong", this.resultOf(points), first === null ? "" : this.firstTry(first));
  }

  again() {
    this.form.removeAttribute("data-checked");
    this.unexplain();
    for (const control of [...this.controls(), ...this.sureness]) control.removeAttribute("aria-disabled");
    for (const control of this.controls()) if (control instanceof HTMLInputElement) control.readOnly = false;
    for (const one of this.sureness) one.checked = false;
    this.put([]);
    this.answerBox?.setAttribute("hidden", "");
    find(".item__after", this.form)?.replaceChildren();
    this.tell("", "");
    this.warned = false;
    this.buttons.check?.removeAttribute("aria-disabled");
    if (!this.later) this.controls()[0]?.focus();
    this.buttons.again?.setAttribute("hidden", "");
  }

  /**
   * @param {string} kind
   * @param {string} words
   * @param {string} [more]
   */
  tell(kind, words, more = "") {
    if (!this.result) return;
    this.result.dataset["result"] = kind;
    this.result.replaceChildren(words, ...(more ? [make("span", "item__more", more)] : []));
  }

  /**
   * Ties the message that an answer is missing to the group of controls, and unties it.
   * @param {boolean} missing
   */
  describe(missing) {
    const field = find("fieldset", this.form);
    if (!field || !this.result) return;
    this.result.id = `${this.name}--result`;
    const others = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== this.result?.id);
    field.setAttribute("aria-describedby", (missing ? [this.result.id, ...others] : others).join(" "));
  }

  /** @param {number} points */
  resultOf(points) {
    const more = this.later ? "" : ` ${this.say("read-reasons")}`;
    if (points === 1) return this.say("all-right");
    return (points > 0 ? this.say("part-right", this.partly(points)) : this.say("not-right")) + more;
  }

  /** @param {number} points of the first try */
  firstTry(points) {
    return this.say("first-try", { result: this.say(points === 1 ? "first-right" : points > 0 ? "first-part" : "first-wrong") });
  }

  /**
   * A number as the language writes it, with one decimal where it has any.
   * @param {number} value
   */
  number(value) {
    return new Intl.NumberFormat(this.language, { maximumFractionDigits: 1 }).format(value);
  }

  /**
   * What was typed in a part; kept beside the answer, which says only whether it was right.
   * @param {number} part
   */
  textOf(part) {
    return this.store.state.texts[`${this.key}.${part}`] ?? "";
  }
}
