// single_choice, multiple_response and true_false: radios or boxes, a button, a reason for every option.

import { find, findAll, make } from "../dom.js";
import { scoreChoice, told } from "../score.js";

/** @typedef {import("../state.js").Store} Store */
/** @typedef {import("../words.js").Say} Say */

/** What is said of an option where only one can be chosen: none is missed, and none rightly left. */
const OF_ONE = { right: "right", wrong: "not-it", missed: "the-answer", left: "not-it" };

/** One choice item on the page. Controls stay enabled and focus stays where it is; only the reader moves it. */
export class ChoiceItem {
  /**
   * @param {HTMLFormElement} form
   * @param {Store} store
   * @param {Say} say
   */
  constructor(form, store, say) {
    this.form = form;
    this.store = store;
    this.say = say;
    this.key = form.dataset["key"] ?? "";
    this.inputs = findAll(".option__input", form).filter((one) => one instanceof HTMLInputElement);
    this.reasons = findAll(".reason", form);
    this.result = find(".item__result", form);
    this.later = false;
    this.buttons = { check: find("[data-do=check]", form), again: find("[data-do=again]", form) };
    form.addEventListener("submit", (event) => this.submitted(event));
    form.addEventListener("click", (event) => this.clicked(event));
    this.buttons.again?.addEventListener("click", () => this.again());
  }

  /**
   * Puts the item under the player's hands: buttons for the folded answer, and the answer given before.
   * @param {boolean} later whether answers show at the end of the quiz: then the quiz checks
   */
  start(later) {
    this.later = later;
    find(".item__buttons", this.form)?.toggleAttribute("hidden", later);
    find(".answer", this.form)?.setAttribute("hidden", "");
    const kept = this.store.answer(this.key);
    if (kept && !later) this.restore(kept.parts);
  }

  /**
   * Shows an answer given before, with its reasons.
   * @param {number[]} parts
   */
  restore(parts) {
    const kept = this.store.answer(this.key);
    for (const input of this.inputs) input.checked = parts.includes(Number(input.value));
    this.reveal(parts, kept && kept.tries > 1 && parts.length > 0 ? kept.first : null);
  }

  get right() {
    return this.reasons.filter((one) => one.dataset["right"] === "true").map((one) => Number(one.dataset["part"]));
  }

  get checked() {
    return this.form.hasAttribute("data-checked");
  }

  get chosen() {
    return this.inputs.filter((input) => input.checked).map((input) => Number(input.value));
  }

  /** @param {Event} event */
  submitted(event) {
    event.preventDefault();
    if (this.checked || this.later) return;
    if (this.chosen.length === 0) {
      this.tell("empty", this.say("choose-first"));
      this.describe(true);
      this.inputs[0]?.focus();
      return;
    }
    this.check();
  }

  /** Counts the choice as a try, keeps it, and shows the reasons. Gives its points, 0 to 1. */
  check() {
    const chosen = this.chosen;
    const points = this.points(chosen);
    const answer = this.store.put(this.key, chosen, points);
    this.reveal(chosen, answer.tries > 1 ? answer.first : null);
    this.form.dispatchEvent(new CustomEvent("answered", { bubbles: true }));
    return points;
  }

  /**
   * After checking, a click on an option changes nothing; the controls stay in reach of keyboard and reader.
   * @param {Event} event
   */
  clicked(event) {
    if (this.checked && event.target instanceof HTMLInputElement) event.preventDefault();
  }

  /** @param {number[]} chosen */
  points(chosen) {
    return scoreChoice(chosen, this.right, this.form.dataset["credit"] ?? "all");
  }

  /**
   * @param {number[]} chosen
   * @param {number | null} first points of the first try, where there were several
   */
  reveal(chosen, first) {
    this.form.setAttribute("data-checked", "");
    for (const input of this.inputs) this.revealOption(input, chosen.includes(Number(input.value)));
    this.buttons.check?.setAttribute("aria-disabled", "true");
    this.buttons.again?.toggleAttribute("hidden", this.later);
    const points = this.points(chosen);
    const result = this.resultOf(points);
    this.tell(points === 1 ? "right" : points > 0 ? "part" : "wrong", result);
    if (first !== null) this.result?.append(make("span", "item__more", this.say("first-try", { result: this.shortResult(first) })));
    this.describe(false);
  }

  /**
   * @param {HTMLInputElement} input
   * @param {boolean} chosen
   */
  revealOption(input, chosen) {
    const option = input.closest(".option");
    const reason = this.reasons.find((one) => one.dataset["part"] === input.value);
    if (!(option instanceof HTMLElement) || !reason) return;
    const state = told(chosen, reason.dataset["right"] === "true");
    option.dataset["state"] = state;
    const box = make("div", "option__told");
    box.id = `${input.id}--told`;
    const words = make("p");
    words.append(make("b", `state state--${state}`, `${this.say(this.word(state))}:`), " ");
    const why = find(".reason__why", reason);
    if (why) words.append(...Array.from(why.cloneNode(true).childNodes));
    box.append(words);
    option.append(box);
    input.setAttribute("aria-describedby", box.id);
    input.setAttribute("aria-disabled", "true");
  }

  /** @param {import("../score.js").Told} state */
  word(state) {
    return this.form.dataset["type"] === "multiple_response" ? state : OF_ONE[state];
  }

  again() {
    this.form.removeAttribute("data-checked");
    for (const box of findAll(".option__told", this.form)) box.remove();
    for (const input of this.inputs) {
      input.checked = false;
      input.removeAttribute("aria-describedby");
      input.removeAttribute("aria-disabled");
      const option = input.closest(".option");
      if (option instanceof HTMLElement) delete option.dataset["state"];
    }
    this.tell("", "");
    this.buttons.check?.removeAttribute("aria-disabled");
    this.inputs[0]?.focus();
    this.buttons.again?.setAttribute("hidden", "");
  }

  /**
   * @param {string} kind
   * @param {string} words
   */
  tell(kind, words) {
    if (!this.result) return;
    this.result.dataset["result"] = kind;
    this.result.textContent = words;
  }

  /**
   * Ties the message that an answer is missing to the group of options, and unties it.
   * @param {boolean} missing
   */
  describe(missing) {
    const field = find("fieldset", this.form);
    if (!field || !this.result) return;
    this.result.id = `${this.form.dataset["item"]}--result`;
    const others = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== this.result?.id);
    field.setAttribute("aria-describedby", (missing ? [this.result.id, ...others] : others).join(" "));
  }

  /** @param {number} points */
  resultOf(points) {
    if (points === 1) return this.say("all-right");
    return points > 0 ? this.say("part-right", this.partly(points)) : this.say("not-right");
  }

  /** @param {number} points */
  shortResult(points) {
    if (points === 1) return this.say("right");
    const { points: some, most } = this.partly(points);
    return points > 0 ? `${some}/${most}` : this.say(this.word("wrong"));
  }

  /** @param {number} points */
  partly(points) {
    const most = this.right.length;
    return { points: Math.round(points * most * 10) / 10, most };
  }
}
