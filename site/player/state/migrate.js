// What the first version of the format becomes in this one.

import { inSteps } from "./packed.js";
import { emptyState } from "./state.js";
import { isChoice, isCount, isName, isParts, isStateKey, visitOf } from "./values.js";

/**
 * The first version was JSON with answers as [key, parts, tries, first try in per cent], quizzes as [id, choices] and
 * the last visit. Damaged entries were dropped alone, and are.
 * @param {Record<string, unknown>} data
 * @returns {import("./state.js").State}
 */
export function fromFirst(data) {
  const state = emptyState();
  for (const entry of listOf(data["answers"])) {
    const [key, parts, tries, percent] = listOf(entry);
    if (!isStateKey(String(key)) || !isParts(parts) || !isCount(tries) || !isCount(percent) || percent > 100 || tries < 1) continue;
    const first = inSteps(percent / 100);
    state.answers[String(key)] = { parts, tries, first, points: first, hints: 0, sure: 0 };
  }
  for (const entry of listOf(data["quizzes"])) {
    const [id, choices] = listOf(entry);
    if (!isName(id) || !Array.isArray(choices) || !choices.every(isChoice) || choices.length === 0) continue;
    state.quizzes[id] = { tries: 1, best: 0, passed: 0, done: 0, wait: 0, form: "", choices };
  }
  state.last = visitOf(data["last"]);
  return state;
}

/**
 * @param {unknown} value
 * @returns {any[]}
 */
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
