// The parts of a state beside answers and drafts: each a list of [name, entry], and what an entry has to be.

import { isChoice, isCount, isText, objectOf } from "./values.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {"rhythm" | "quizzes" | "lessons" | "scenarios" | "cards" | "texts" | "plans" | "months"} PartName */
/** @typedef {{ name: PartName, read: (value: unknown, state: State) => boolean }} Part  `read` says whether all was whole */

/** Names of entries: ids, state keys, fields of sheets. Never `__proto__`. */
const NAME = /^(?!__)[\w.-]{1,160}$/;
/** @param {unknown} value */
const isTexts = (value) => Array.isArray(value) && value.every(isText);
/** @param {unknown} value */
const isChoices = (value) => Array.isArray(value) && value.every(isChoice);
/** @param {unknown} value */
const isBox = (value) => isCount(value) && value >= 1 && value <= 5;
/** @param {unknown} value */
const isPercent = (value) => isCount(value) && value <= 100;

/** @type {Part[]} */
export const PARTS = [
  part("rhythm", (entry) => objectOf(entry, { seen: isCount, good: isCount, rest: isCount })),
  part("quizzes", (entry) =>
    objectOf(entry, { tries: isCount, best: isPercent, passed: isCount, done: isCount, form: isText, choices: isChoices })),
  part("lessons", (entry) => objectOf(entry, { opened: isCount, done: isCount })),
  part("scenarios", (entry) => objectOf(entry, { key: isCount, path: isTexts, endings: isTexts })),
  part("cards", (entry) => objectOf(entry, { box: isBox, due: isCount, seen: isCount })),
  part("texts", (entry) => (isText(entry) ? entry : null)),
  part("plans", (entry) => objectOf(entry, { cue: isText, act: isText, partner: isText, date: isText, kept: isText })),
  part("months", (entry) => (isCount(entry) ? entry : null)),
];

/**
 * @param {PartName} name
 * @param {(entry: unknown) => any} entryOf null for what isn't an entry
 * @returns {Part}
 */
function part(name, entryOf) {
  return {
    name,
    read: (value, state) => {
      if (value === undefined) return true;
      if (!Array.isArray(value)) return false;
      let whole = true;
      for (const pair of value) {
        const [key, entry] = Array.isArray(pair) ? pair : [];
        const made = isText(key) && NAME.test(key) ? entryOf(entry) : null;
        if (made === null) whole = false;
        else state[name][key] = made;
      }
      return whole;
    },
  };
}
