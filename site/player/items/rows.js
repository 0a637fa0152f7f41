// matching and categorise: a list to choose from in each row. Parts are by the rows' ranks: the rank of what was chosen
// and one more; 0 is open.

import { find, findAll } from "../page/dom.js";
import { Item } from "./item.js";
import { tellPart, untellPart } from "./part.js";
import { scoreParts } from "./score.js";
import { shuffled } from "./shuffle.js";

/** Rows, each with a native list. */
export class RowsItem extends Item {
  /**
   * @param {HTMLFormElement} form
   * @param {import("../player.js").Player} player
   */
  constructor(form, player) {
    super(form, player);
    this.rows = findAll(".row", form);
  }

  controls() {
    return this.rows.map(listOf);
  }

  /** The rows in the order of their ranks: an extra of a matching item has a rank too, but no row. */
  byRank() {
    return [...this.rows].sort((one, other) => rankOf(one) - rankOf(other));
  }

  parts() {
    return this.byRank().map((row) => (listOf(row).value === "" ? 0 : Number(listOf(row).value) + 1));
  }

  open() {
    return this.rows.map(listOf).filter((list) => list.value === "");
  }

  /** @param {number[]} parts */
  put(parts) {
    this.byRank().forEach((row, at) => {
      listOf(row).value = parts[at] ? String(parts[at] - 1) : "";
    });
  }

  points() {
    return scoreParts(this.rows.map(isRight), this.credit);
  }

  order() {
    const { seed } = this.store.state;
    const list = find(".rows", this.form);
    const ranks = shuffled(this.rows.map(rankOf), seed, Number(this.key));
    this.rows = ranks.flatMap((rank) => this.rows.filter((row) => rankOf(row) === rank));
    list?.append(...this.rows);
    if (this.form.dataset["type"] === "matching") this.orderChoices(seed);
  }

  /**
   * The right sides in an order that isn't the one of the rows.
   * @param {number} seed
   */
  orderChoices(seed) {
    const first = this.rows[0];
    if (!first) return;
    const values = Array.from(listOf(first).options, (option) => option.value).filter((value) => value !== "").map(Number);
    const key = this.rows.map((row) => Number(row.dataset["right"]));
    const order = shuffled(values, seed + 1, Number(this.key), key);
    for (const row of this.rows) {
      const options = Array.from(listOf(row).options);
      listOf(row).append(...order.flatMap((value) => options.filter((option) => option.value === String(value))));
    }
  }

  explain() {
    for (const row of this.rows) {
      const told = tellPart(row, this.say, isRight(row) ? "" : this.say("belongs", { to: wordsOf(row) }));
      told.id = `${listOf(row).id}--told`;
      listOf(row).setAttribute("aria-describedby", told.id);
    }
  }

  unexplain() {
    for (const row of this.rows) {
      untellPart(row);
      listOf(row).removeAttribute("aria-describedby");
    }
  }
}

/** @param {HTMLElement} row */
function rankOf(row) {
  return Number(row.dataset["part"]);
}

/** @param {HTMLElement} row */
function listOf(row) {
  return /** @type {HTMLSelectElement} */ (find("select", row));
}

/** @param {HTMLElement} row */
function isRight(row) {
  return listOf(row).value === row.dataset["right"];
}

/**
 * The words of what belongs to a row.
 * @param {HTMLElement} row
 */
function wordsOf(row) {
  return Array.from(listOf(row).options).find((option) => option.value === row.dataset["right"])?.textContent ?? "";
}
