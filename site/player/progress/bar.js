// How much of something is done: words, and a bar beside them.

import { find, make } from "../page/dom.js";

/**
 * @param {HTMLElement} place
 * @param {string} words
 * @param {number} done
 * @param {number} all
 */
export function bar(place, words, done, all) {
  const label = find(".bar", place) ?? make("label", "bar");
  const progress = label.querySelector("progress") ?? document.createElement("progress");
  const said = find(".bar__words", label) ?? make("span", "bar__words");
  said.textContent = words;
  progress.max = Math.max(1, all);
  progress.value = done;
  if (!label.isConnected) {
    label.append(said, progress);
    place.append(label);
  }
}
