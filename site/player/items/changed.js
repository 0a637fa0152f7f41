// What is said above a question that means something else than when it was answered.

import { make } from "../page/dom.js";

/** @typedef {import("../state/state.js").State} State */

/**
 * Says that an answer given before doesn't count any more, because the question has changed, or that it is asked again.
 * @param {HTMLFormElement} form
 * @param {State} state
 * @param {import("../page/words.js").Say} say
 * @param {boolean} [again]
 */
export function tellOfChange(form, state, say, again = false) {
  const earlier = (form.dataset["earlier"] ?? "").split(" ").filter(Boolean);
  const changed = earlier.some((key) => wasAnswered(state, key));
  if (changed || again) form.prepend(make("p", "item__changed", say(changed ? "changed" : "asked-again")));
}

/**
 * Whether anything was chosen or typed under a state key; a hint read, or how sure a learner is, is no answer.
 * @param {State} state
 * @param {string} key
 */
function wasAnswered({ answers, drafts, texts }, key) {
  return Boolean(answers[key] || drafts[key]?.parts.length || texts[`${key}.0`]);
}
