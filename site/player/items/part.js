// A row or a step of an item after it is checked: whether it is right, and else what would be.

import { find, make } from "../page/dom.js";

/**
 * @param {HTMLElement} part
 * @param {import("../page/words.js").Say} say
 * @param {string} instead what would be right, or nothing where it is
 * @returns {HTMLElement} the paragraph that says it
 */
export function tellPart(part, say, instead) {
  const state = instead === "" ? "right" : "wrong";
  part.dataset["state"] = state;
  const told = make("p", "row__told");
  told.append(make("b", `state state--${state}`, instead === "" ? say("right") : `${say("not-it")}:`));
  if (instead !== "") told.append(" ", instead);
  part.append(told);
  return told;
}

/** @param {HTMLElement} part */
export function untellPart(part) {
  delete part.dataset["state"];
  find(".row__told", part)?.remove();
}
