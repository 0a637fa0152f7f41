// cloze: gaps to type in or to choose in. A typed gap's part is 1 where it was right, 2 where not; a chosen one's is the
// rank of the choice and one more; 0 is open.

import { find, findAll, make } from "../page/dom.js";
import { Item } from "./item.js";
import { isAccepted, scoreParts } from "./score.js";
import { acceptedOf } from "./typed.js";

/** A text with gaps. */
export class ClozeItem extends Item {
  /**
   * @param {HTMLFormElement} form
   * @param {import("../player.js").Player} player
   */
  constructor(form, player) {
    super(form, player);
    this.gaps = findAll(".item__field .gap", form).filter((one) => one instanceof HTMLInputElement || one instanceof HTMLSelectElement);
    this.template = find(".item__key", form);
  }

  controls() {
    return this.gaps;
  }

  parts() {
    return this.byRank().map((gap) => {
      if (!gap.value.trim()) return 0;
      if (gap instanceof HTMLSelectElement) return Number(gap.value) + 1;
      return this.isRight(gap) ? 1 : 2;
    });
  }

  byRank() {
    return [...this.gaps].sort((one, other) => rankOf(one) - rankOf(other));
  }

  open() {
    return this.gaps.filter((gap) => !gap.value.trim());
  }

  /** @param {number[]} parts */
  put(parts) {
    for (const gap of this.gaps) {
      const part = parts[rankOf(gap)] ?? 0;
      if (gap instanceof HTMLSelectElement) gap.value = part ? String(part - 1) : "";
      else gap.value = part ? this.textOf(rankOf(gap)) : "";
    }
  }

  points() {
    return scoreParts(this.gaps.map((gap) => this.isRight(gap)), this.credit);
  }

  /** @param {HTMLInputElement | HTMLSelectElement} gap */
  isRight(gap) {
    return isAccepted(wordsOf(gap), acceptedOf(this.template, `[data-gap="${rankOf(gap)}"]`), false);
  }

  /** @returns {[part: number, words: string][]} */
  words() {
    return this.gaps.filter((gap) => gap instanceof HTMLInputElement).map((gap) => [rankOf(gap), gap.value]);
  }

  explain() {
    for (const gap of this.gaps) {
      const right = this.isRight(gap);
      gap.dataset["state"] = right ? "right" : "wrong";
      const told = make("span", "gap__told");
      told.id = `${gap.id}--told`;
      told.append(make("b", `state state--${right ? "right" : "wrong"}`, this.say(right ? "right" : "not-it")));
      gap.after(told);
      gap.setAttribute("aria-describedby", told.id);
      for (const wrong of findAll(`[data-wrong="${rankOf(gap)}"]`, this.form)) {
        wrong.toggleAttribute("data-yours", isAccepted(wordsOf(gap), [wrong.textContent ?? ""], false));
      }
    }
  }

  unexplain() {
    for (const told of findAll(".gap__told", this.form)) told.remove();
    for (const gap of this.gaps) {
      delete gap.dataset["state"];
      gap.removeAttribute("aria-describedby");
    }
  }
}

/** @param {HTMLElement} gap */
function rankOf(gap) {
  return Number(gap.dataset["part"]);
}

/** @param {HTMLInputElement | HTMLSelectElement} gap */
function wordsOf(gap) {
  if (gap instanceof HTMLInputElement) return gap.value;
  return gap.value ? gap.selectedOptions[0]?.textContent ?? "" : "";
}
