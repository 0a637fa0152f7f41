// single_choice, multiple_response, true_false and judgement: radios or boxes, with a reason for every option.

import { find, findAll, make } from "../page/dom.js";
import { Item } from "./item.js";
import { scoreChoice, scoreJudged, told } from "./score.js";
import { shuffled } from "./shuffle.js";

/** What is said of an option where only one can be chosen: none is missed, and none rightly left. */
const OF_ONE = { right: "right", wrong: "not-it", missed: "the-answer", left: "not-it" };

/** One item with options. Its parts are the ranks of the chosen ones. */
export class ChoiceItem extends Item {
  /**
   * @param {HTMLFormElement} form
   * @param {import("../player.js").Player} player
   */
  constructor(form, player) {
    super(form, player);
    this.inputs = findAll(".option__input", form).filter((one) => one instanceof HTMLInputElement);
    this.reasons = findAll(".reason", form);
    this.judged = form.dataset["type"] === "judgement";
    this.several = form.dataset["type"] === "multiple_response";
  }

  controls() {
    return this.inputs;
  }

  parts() {
    return this.inputs
      .filter((input) => input.checked)
      .map((input) => Number(input.value))
      .sort((one, other) => one - other);
  }

  open() {
    return this.isEmpty() ? this.inputs.slice(0, 1) : [];
  }

  isEmpty() {
    return this.inputs.every((input) => !input.checked);
  }

  /** @param {number[]} parts */
  put(parts) {
    for (const input of this.inputs) input.checked = parts.includes(Number(input.value));
  }

  get right() {
    return this.reasons.filter((one) => one.dataset["right"] === "true").map((one) => Number(one.dataset["part"]));
  }

  points() {
    const [chosen] = this.parts();
    if (this.judged) return chosen === undefined ? 0 : scoreJudged(this.scoreOf(chosen));
    return scoreChoice(this.parts(), this.right, this.credit);
  }

  /** @param {number} rank */
  scoreOf(rank) {
    return Number(this.reasonOf(rank)?.dataset["score"] ?? 0);
  }

  /** @param {number} rank */
  reasonOf(rank) {
    return this.reasons.find((one) => Number(one.dataset["part"]) === rank);
  }

  order() {
    const list = find(".options[data-shuffle]", this.form);
    if (!list) return;
    const places = findAll(".option", list);
    const loose = places.filter((one) => !one.hasAttribute("data-fixed"));
    const order = shuffled(loose.map(rankOf), this.store.state.seed, Number(this.key));
    const drawn = order.map((rank) => loose.find((one) => rankOf(one) === rank));
    const shown = places.map((one) => (loose.includes(one) ? drawn.shift() ?? one : one));
    list.append(...shown);
    this.inputs.sort((one, other) => shown.findIndex((place) => place.contains(one)) - shown.findIndex((place) => place.contains(other)));
  }

  explain() {
    const chosen = this.parts();
    for (const input of this.inputs) this.explainOption(input, chosen.includes(Number(input.value)));
  }

  /** The reasons stand with the options; below them only who feels it outside, and where to read again. */
  showAnswer() {
    const tail = find(".answer__tail", this.form);
    const place = find(".item__after", this.form);
    if (tail && place) place.replaceChildren(...Array.from(tail.cloneNode(true).childNodes));
  }

  /**
   * @param {HTMLInputElement} input
   * @param {boolean} chosen
   */
  explainOption(input, chosen) {
    const option = input.closest(".option");
    const reason = this.reasonOf(Number(input.value));
    if (!(option instanceof HTMLElement) || !reason) return;
    const state = told(chosen, reason.dataset["right"] === "true");
    option.dataset["state"] = this.judged ? `grade-${reason.dataset["score"]}` : state;
    option.toggleAttribute("data-chosen", chosen);
    const box = make("div", "option__told");
    box.id = `${input.id}--told`;
    const words = make("p");
    if (chosen) words.append(make("span", "option__yours", this.say("your-answer")), " ");
    words.append(this.verdict(state, Number(reason.dataset["score"])), " ");
    const why = find(".reason__why", reason);
    if (why) words.append(...Array.from(why.cloneNode(true).childNodes));
    box.append(words);
    option.append(box);
    input.setAttribute("aria-describedby", box.id);
  }

  /**
   * @param {import("./score.js").Told} state
   * @param {number} score
   */
  verdict(state, score) {
    if (this.judged) return make("b", `grade grade--${score}`, `${this.say(`grade-${score}`)}:`);
    return make("b", `state state--${state}`, `${this.say(this.several ? state : OF_ONE[state])}:`);
  }

  unexplain() {
    for (const box of findAll(".option__told", this.form)) box.remove();
    for (const input of this.inputs) input.removeAttribute("aria-describedby");
    for (const option of findAll(".option", this.form)) {
      delete option.dataset["state"];
      delete option.dataset["chosen"];
    }
  }

  /** @param {number} points */
  resultOf(points) {
    const [chosen] = this.parts();
    if (!this.judged || chosen === undefined || points === 1) return super.resultOf(points);
    return `${this.say("judged", { grade: this.say(`grade-${this.scoreOf(chosen)}`) })}${this.later ? "" : ` ${this.say("read-reasons")}`}`;
  }

  /** @param {number} points */
  partly(points) {
    return { points: this.number(points * this.right.length), most: String(this.right.length) };
  }
}

/** @param {HTMLElement} option */
function rankOf(option) {
  return Number(option.dataset["part"]);
}
