// On every page: a word when a new version has been fetched for a learner who keeps the course offline.

import { find, make } from "../page/dom.js";
import { keeperOf } from "./keeper.js";

/** @typedef {import("./keeper.js").Keeper} Keeper */
/** @typedef {import("../page/words.js").Say} Say */

/** @param {import("../player.js").Player} player */
export function startUpdates({ root, say }) {
  const keeper = keeperOf(root);
  keeper?.whenReady(() => showReady(keeper, say));
}

/**
 * A bar at the foot of the window, over no content: nothing changes until the learner presses.
 * @param {Keeper} keeper
 * @param {Say} say
 */
function showReady(keeper, say) {
  if (find(".update")) return;
  const bar = make("section", "update");
  bar.setAttribute("aria-label", say("update-ready"));
  const words = make("p", "update__words");
  words.setAttribute("role", "status");
  const use = make("button", "button", say("update-use"));
  const later = make("button", "button button--quiet", say("update-later"));
  for (const button of [use, later]) button.setAttribute("type", "button");
  use.addEventListener("click", () => void keeper.use());
  later.addEventListener("click", () => {
    bar.remove();
    document.documentElement.classList.remove("has-update");
    find("main, .md-content")?.focus();
  });
  bar.append(words, use, later);
  document.body.append(bar);
  document.documentElement.classList.add("has-update");
  setTimeout(() => words.append(say("update-ready")), 100);
}
