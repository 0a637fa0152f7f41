// ordering: steps that move up and down by buttons with words, and by dragging on top. Its parts are the ranks of the
// steps as they stand.

import { find, findAll, make } from "../page/dom.js";
import { Item } from "./item.js";
import { tellPart, untellPart } from "./part.js";
import { scoreParts } from "./score.js";
import { shuffled } from "./shuffle.js";

/** Steps to put in order. Without the player each has a list of places; with it, the steps themselves move. */
export class OrderingItem extends Item {
  /**
   * @param {HTMLFormElement} form
   * @param {import("../player.js").Player} player
   */
  constructor(form, player) {
    super(form, player);
    this.list = find(".rows", form);
    this.moved = false;
  }

  get steps() {
    return findAll(".row", this.form);
  }

  get right() {
    return (this.form.dataset["order"] ?? "").split(" ").map(Number);
  }

  controls() {
    return this.steps.flatMap((step) => findAll("button", step));
  }

  parts() {
    return this.steps.map(rankOf);
  }

  isEmpty() {
    return !this.moved;
  }

  open() {
    return this.moved ? [] : this.controls().slice(0, 1);
  }

  fault() {
    return this.moved ? "" : this.say("empty-order");
  }

  /** @param {number[]} parts none: the order that was drawn */
  put(parts) {
    const known = parts.length === this.steps.length;
    this.moved = known;
    this.arrange(known ? parts : this.drawn());
  }

  drawn() {
    const ranks = this.steps.map(rankOf).sort((one, other) => one - other);
    return shuffled(ranks, this.store.state.seed, Number(this.key), this.right);
  }

  /** @param {number[]} ranks */
  arrange(ranks) {
    const steps = this.steps;
    this.list?.append(...ranks.flatMap((rank) => steps.filter((step) => rankOf(step) === rank)));
    this.numberSteps();
  }

  /** Writes each step's place into its sign and its buttons' names. */
  numberSteps() {
    const steps = this.steps;
    steps.forEach((step, at) => {
      const sign = find(".row__place", step);
      if (sign) sign.textContent = String(at + 1);
      const [up, down] = findAll("button", step);
      up?.setAttribute("aria-disabled", String(at === 0 || this.checked));
      down?.setAttribute("aria-disabled", String(at === steps.length - 1 || this.checked));
    });
  }

  points() {
    return scoreParts(this.hits(), this.credit);
  }

  hits() {
    const right = this.right;
    return this.parts().map((rank, at) => rank === right[at]);
  }

  order() {
    for (const step of this.steps) this.arm(step);
    this.arrange(this.drawn());
  }

  /**
   * Gives a step its buttons and its handle in the place of the list of places.
   * @param {HTMLElement} step
   */
  arm(step) {
    const label = find(".row__label", step);
    find("select", step)?.remove();
    const words = make("span", "row__label");
    words.append(...Array.from(label?.childNodes ?? []));
    words.id = `${this.name}--${step.dataset["part"]}--words`;
    label?.replaceWith(words);
    const buttons = make("span", "row__moves");
    for (const [way, by] of /** @type {[string, number][]} */ ([["up", -1], ["down", 1]])) {
      const button = make("button", "move", this.say(`move-${way}`));
      button.setAttribute("type", "button");
      button.dataset["do"] = way;
      button.id = `${this.name}--${step.dataset["part"]}--${way}`;
      button.setAttribute("aria-describedby", words.id);
      button.addEventListener("click", () => this.move(step, by));
      buttons.append(button);
    }
    step.prepend(make("span", "row__place"));
    step.append(buttons);
    this.drag(step);
  }

  /**
   * @param {HTMLElement} step
   * @param {number} by -1 up, 1 down
   */
  move(step, by) {
    const steps = this.steps;
    const at = steps.indexOf(step);
    const other = steps[at + by];
    if (this.checked || !other) return;
    const focused = document.activeElement;
    if (by < 0) other.before(step);
    else other.after(step);
    if (focused instanceof HTMLElement && step.contains(focused)) focused.focus();
    this.placed(at + by + 1);
  }

  /** @param {number} place where the step stands now, from 1 */
  placed(place) {
    this.moved = true;
    this.numberSteps();
    this.changed();
    this.tell("moved", this.say("moved-to", { place, all: this.steps.length }));
  }

  /**
   * Lets a pointer drag the step by its number; where it is let go, it stays.
   * @param {HTMLElement} step
   */
  drag(step) {
    const handle = find(".row__place", step);
    if (!handle) return;
    handle.addEventListener("pointerdown", (event) => {
      if (this.checked) return;
      event.preventDefault();
      handle.setPointerCapture(event.pointerId);
      step.setAttribute("data-dragged", "");
    });
    handle.addEventListener("pointermove", (event) => {
      if (step.hasAttribute("data-dragged")) this.follow(step, event.clientY);
    });
    for (const end of ["pointerup", "pointercancel"]) {
      handle.addEventListener(end, () => {
        if (!step.hasAttribute("data-dragged")) return;
        step.removeAttribute("data-dragged");
        this.placed(this.steps.indexOf(step) + 1);
      });
    }
  }

  /**
   * @param {HTMLElement} step
   * @param {number} y
   */
  follow(step, y) {
    for (const other of this.steps) {
      if (other === step) continue;
      const { top, height } = other.getBoundingClientRect();
      const above = step.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING;
      if (above && y < top + height / 2) step.after(other); // the others move: one that is moved itself lets the pointer go
      if (!above && y > top + height / 2) step.before(other);
    }
  }

  /** @param {number | null} first */
  mark(first) {
    super.mark(first);
    this.numberSteps();
  }

  explain() {
    const right = this.right;
    const hits = this.hits();
    this.steps.forEach((step, at) => {
      tellPart(step, this.say, hits[at] ? "" : this.say("its-place", { place: right.indexOf(rankOf(step)) + 1 }));
    });
  }

  unexplain() {
    this.steps.forEach(untellPart);
  }

  again() {
    super.again();
    this.numberSteps();
  }

  /** @param {number} points */
  partly(points) {
    return { points: this.number(points * this.right.length), most: String(this.right.length) };
  }
}

/** @param {HTMLElement} step */
function rankOf(step) {
  return Number(step.dataset["part"]);
}
