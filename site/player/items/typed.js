// numeric and short_answer: one field to type in. The only part is 1 where it was right; the words are kept beside it.

import { find, findAll } from "../page/dom.js";
import { Item } from "./item.js";
import { isAccepted, isClose, readNumber } from "./score.js";

/** What both have in common. */
class TypedItem extends Item {
  /**
   * @param {HTMLFormElement} form
   * @param {import("../player.js").Player} player
   */
  constructor(form, player) {
    super(form, player);
    this.field = /** @type {HTMLInputElement} */ (find(".entry__input", form));
  }

  controls() {
    return [this.field];
  }

  get typed() {
    return this.field.value.trim();
  }

  parts() {
    return [this.isRight() ? 1 : 0];
  }

  open() {
    return this.typed ? [] : [this.field];
  }

  /** @param {number[]} parts */
  put(parts) {
    this.field.value = parts.length > 0 ? this.textOf(0) : "";
  }

  points() {
    return this.isRight() ? 1 : 0;
  }

  /** @returns {boolean} */
  isRight() {
    return false;
  }

  /** @returns {[part: number, words: string][]} */
  words() {
    return [[0, this.field.value]];
  }

  explain() {
    this.field.dataset["state"] = this.isRight() ? "right" : "wrong";
    for (const wrong of findAll("[data-wrong]", this.form)) wrong.toggleAttribute("data-yours", this.isSame(wrong.textContent ?? ""));
  }

  unexplain() {
    delete this.field.dataset["state"];
  }

  /**
   * @param {string} _words
   * @returns {boolean} whether they are what was typed
   */
  isSame(_words) {
    return false;
  }
}

/** A number, right within its tolerance. */
export class NumericItem extends TypedItem {
  get read() {
    const sign = new Intl.NumberFormat(this.language).formatToParts(1.5).find((part) => part.type === "decimal");
    return readNumber(this.typed, sign?.value ?? ".");
  }

  isRight() {
    const { answer = "0", tolerance = "0" } = this.form.dataset;
    return this.read !== null && isClose(this.read, answer, tolerance);
  }

  fault() {
    return super.fault() || (this.read === null ? this.say("not-a-number") : "");
  }

  /** @param {string} words */
  isSame(words) {
    const number = readNumber(words, ".");
    return this.read !== null && number !== null && isClose(this.read, number, "0");
  }
}

/** A word or a few. */
export class ShortItem extends TypedItem {
  isRight() {
    const key = find(".item__key", this.form);
    return isAccepted(this.typed, acceptedOf(key, "[data-accepted]"), this.form.hasAttribute("data-case"));
  }

  /** @param {string} words */
  isSame(words) {
    return isAccepted(this.typed, [words], false);
  }
}

/**
 * The words of a template's elements.
 * @param {HTMLElement | null} key
 * @param {string} selector
 * @returns {string[]}
 */
export function acceptedOf(key, selector) {
  if (!(key instanceof HTMLTemplateElement)) return [];
  return Array.from(key.content.querySelectorAll(selector), (one) => one.textContent ?? "");
}
