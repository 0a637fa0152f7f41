// What of an untrusted text is taken as a value.

import { HIGHEST_RANK, MOST_PARTS } from "./ranks.js";

/** A page of this site, seen from its root: never another site, never another kind of address. */
const PAGE = /^(?:[a-z0-9][\w-]*\/)*[a-z0-9][\w.-]*\.html$/;
const NAMED = /^(?!__)[\w.-]{1,160}$/;
const LAST_DAY = 99_999;
const KEYS = 2 ** 24;
const SEEDS = 2 ** 32;
const LONG = 300;

/**
 * An object that has nothing but what is put in: no name in it means anything of the language.
 * @template T
 * @returns {Record<string, T>}
 */
export function record() {
  return Object.create(null);
}

/**
 * @param {unknown} value
 * @returns {import("./state.js").Visit | null}
 */
export function visitOf(value) {
  const { page, title, question } = /** @type {Record<string, unknown>} */ (value ?? {});
  if (!isText(page) || !PAGE.test(page) || !isText(title)) return null;
  return { page, title: title.slice(0, LONG), question: isText(question) && NAMED.test(question) ? question : "" };
}

/**
 * The name of an entry: an id, a state key, a field of a sheet.
 * @param {unknown} value
 * @returns {value is string}
 */
export function isName(value) {
  return isText(value) && NAMED.test(value);
}

/**
 * @param {string} value
 * @returns {boolean}
 */
export function isStateKey(value) {
  return /^(?:0|[1-9]\d{0,7})$/.test(value) && Number(value) < KEYS;
}

/**
 * A day, or 0 for none.
 * @param {unknown} value
 * @returns {value is number}
 */
export function isDay(value) {
  return isCount(value) && value <= LAST_DAY;
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
export function isSeed(value) {
  return isCount(value) && value < SEEDS;
}

/**
 * @param {any} value a Draft, or anything else
 * @returns {boolean}
 */
export function isDraft(value) {
  return Boolean(value) && isParts(value.parts) && isCount(value.hints) && [0, 1, 2].includes(value.sure);
}

/**
 * @param {any} value an Answer, or anything else
 * @returns {boolean}
 */
export function isAnswer(value) {
  return isDraft(value) && isCount(value.tries) && value.tries > 0 && isPoints(value.first) && isPoints(value.points);
}

/** @param {unknown} value */
function isPoints(value) {
  return typeof value === "number" && value >= 0 && value <= 1;
}

/**
 * @param {unknown} value
 * @returns {value is number[]}
 */
export function isParts(value) {
  return Array.isArray(value) && value.length <= MOST_PARTS && value.every((part) => isCount(part) && part <= HIGHEST_RANK);
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
export function isCount(value) {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/**
 * @param {unknown} value
 * @returns {value is import("./state.js").Choice}
 */
export function isChoice(value) {
  return Array.isArray(value) && value.length === 2 && isCount(value[0]) && value[0] < KEYS && isParts(value[1]);
}

/**
 * An object whose fields are all of the given kinds, without any other field; null for anything else.
 * @param {unknown} value
 * @param {Record<string, (field: unknown) => boolean>} kinds
 * @returns {any}
 */
export function objectOf(value, kinds) {
  if (!value || typeof value !== "object" || Array.isArray(value)) return null;
  const data = /** @type {Record<string, unknown>} */ (value);
  /** @type {Record<string, unknown>} */
  const made = {};
  for (const [name, isKind] of Object.entries(kinds)) {
    if (!isKind(data[name])) return null;
    made[name] = data[name];
  }
  return made;
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
export function isText(value) {
  return typeof value === "string";
}

/**
 * The object that a text holds as JSON; null for anything else.
 * @param {string} text
 * @returns {Record<string, unknown> | null}
 */
export function parsed(text) {
  try {
    const data = JSON.parse(text);
    return data && typeof data === "object" && !Array.isArray(data) ? data : null;
  } catch {
    return null;
  }
}
