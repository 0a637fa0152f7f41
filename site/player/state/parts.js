// The parts of a state beside answers and drafts: each a list of [name, entry] and its check signs.

import { checkSigns } from "./bits.js";
import { isChoice, isCount, isDay, isName, isText, objectOf, record } from "./values.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {"rhythm" | "quizzes" | "lessons" | "scenarios" | "cards" | "texts" | "plans" | "months"} PartName */
/**
 * @typedef {object} Part
 * @property {PartName} name
 * @property {(state: State) => unknown[]} write nothing where the part is empty
 * @property {(value: unknown, state: State) => boolean} read whether the part was whole; if not, it stays empty
 */

/** @param {unknown} value */
const isNames = (value) => Array.isArray(value) && value.every(isName);
/** @param {unknown} value */
const isChoices = (value) => Array.isArray(value) && value.every(isChoice);
/** @param {unknown} value */
const isBox = (value) => isCount(value) && value >= 1 && value <= 5;
/** @param {unknown} value */
const isPercent = (value) => isCount(value) && value <= 100;
/** @param {unknown} value */
const isDate = (value) => isText(value) && /^(?:\d{4}-\d{2}-\d{2})?$/.test(value);
/** @param {unknown} value */
const isKept = (value) => isText(value) && ["", "yes", "partly", "no"].includes(value);

/** @type {Part[]} */
export const PARTS = [
  part("rhythm", (entry) => objectOf(entry, { seen: isDay, good: isDay, rest: isDay })),
  part("quizzes", (entry) =>
    objectOf(entry, { tries: isCount, best: isPercent, passed: isDay, done: isDay, wait: isCount, form: isText, choices: isChoices })),
  part("lessons", (entry) => objectOf(entry, { opened: isDay, done: isDay })),
  part("scenarios", (entry) => objectOf(entry, { key: isCount, path: isNames, endings: isNames })),
  part("cards", (entry) => objectOf(entry, { box: isBox, due: isDay, seen: isDay })),
  part("texts", (entry) => (isText(entry) ? entry : null)),
  part("plans", (entry) => objectOf(entry, { cue: isText, act: isText, partner: isText, date: isDate, kept: isKept })),
  part("months", (entry) => (isDay(entry) ? entry : null)),
];

/**
 * @param {PartName} name
 * @param {(entry: unknown) => any} entryOf null for what isn't an entry
 * @returns {Part}
 */
function part(name, entryOf) {
  return {
    name,
    write: (state) => {
      const entries = Object.entries(state[name])
        .map(([key, entry]) => [key, isName(key) ? entryOf(entry) : null])
        .filter(([, entry]) => entry !== null)
        .sort(([one], [other]) => (one < other ? -1 : 1));
      return entries.length > 0 ? [...entries, checkSigns(JSON.stringify(entries))] : [];
    },
    read: (value, state) => {
      const entries = value === undefined ? {} : entriesOf(value, entryOf);
      if (entries) Object.assign(state[name], entries);
      return entries !== null;
    },
  };
}

/**
 * @param {unknown} value
 * @param {(entry: unknown) => any} entryOf
 * @returns {Record<string, any> | null} null where anything in it isn't as it was written
 */
function entriesOf(value, entryOf) {
  if (!Array.isArray(value) || value.length < 2) return null;
  const pairs = value.slice(0, -1);
  if (checkSigns(JSON.stringify(pairs)) !== value.at(-1)) return null;
  /** @type {Record<string, any>} */
  const entries = record();
  for (const pair of pairs) {
    const [key, entry] = Array.isArray(pair) && pair.length === 2 ? pair : [];
    const made = isName(key) ? entryOf(entry) : null;
    if (made === null) return null;
    entries[key] = made;
  }
  return entries;
}
