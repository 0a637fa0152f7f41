// The learner's state as one text: JSON with packed answers. docs/progress-format.md describes it; packages use the same.

import { fromFirst } from "./migrate.js";
import { packAnswers, packDrafts, unpackAnswers, unpackDrafts } from "./packed.js";
import { PARTS } from "./parts.js";
import { emptyState } from "./state.js";
import { isDay, isSeed, parsed, visitOf } from "./values.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {"" | "none" | "damaged" | "newer" | "other-course" | "too-big" | "no-room"} Fault  none: there was nothing to read; no-room: the present state could not be kept aside */
/** @typedef {{ state: State, fault: Fault, lost: string[] }} Decoded  `lost`: parts that were damaged and are empty now */

export const VERSION = 2;
/** Nothing of ours is longer: three thousand items and all that a person types into them. */
const LONGEST = 2_000_000;

/**
 * The state as text; the same state is always the same text.
 * @param {State} state
 * @param {string} course the course's id
 * @returns {string}
 */
export function encode(state, course) {
  /** @type {Record<string, unknown>} */
  const made = { version: VERSION, course, answers: packAnswers(state.answers), drafts: packDrafts(state.drafts) };
  for (const part of PARTS) {
    const written = part.write(state);
    if (written.length > 0) made[part.name] = written;
  }
  const last = visitOf(state.last);
  if (last) made["last"] = last;
  made["seed"] = isSeed(state.seed) ? state.seed : 0;
  made["since"] = isDay(state.since) ? state.since : 0;
  return JSON.stringify(made);
}

/**
 * Reads what encode wrote, and what the first version wrote. What can't be read as a whole is refused with a fault and an
 * empty state; a damaged part is left out, and said.
 * @param {string | null} text
 * @param {string} course
 * @returns {Decoded}
 */
export function decode(text, course) {
  if (text === null || text === "") return refused("none");
  if (text.length > LONGEST) return refused("too-big");
  const data = parsed(text);
  if (!data || typeof data["version"] !== "number") return refused("damaged");
  if (data["version"] > VERSION) return refused("newer");
  if (data["version"] === 1) return { state: fromFirst(data), fault: "", lost: [] };
  if (data["version"] !== VERSION) return refused("damaged");
  if (data["course"] !== course) return refused("other-course");
  return read(data);
}

/**
 * @param {Record<string, unknown>} data
 * @returns {Decoded}
 */
function read(data) {
  const state = emptyState();
  /** @type {string[]} */
  const lost = [];
  /** @type {(name: string, take: () => boolean) => void} */
  const take = (name, taken) => {
    if (!attempt(taken)) lost.push(name);
  };
  take("answers", () => Boolean((state.answers = unpackAnswers(packedOf(data["answers"])))));
  take("drafts", () => Boolean((state.drafts = unpackDrafts(packedOf(data["drafts"])))));
  for (const part of PARTS) take(part.name, () => part.read(data[part.name], state));
  state.last = visitOf(data["last"]);
  if (data["last"] !== undefined && !state.last) lost.push("last");
  state.seed = isSeed(data["seed"]) ? data["seed"] : 0;
  state.since = isDay(data["since"]) ? data["since"] : 0;
  return { state, fault: "", lost };
}

/**
 * @param {() => boolean} taken
 * @returns {boolean}
 */
function attempt(taken) {
  try {
    return taken();
  } catch {
    return false;
  }
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function packedOf(value) {
  if (value === undefined) return "";
  if (typeof value !== "string") throw new RangeError("not packed");
  return value;
}

/**
 * @param {Fault} fault
 * @returns {Decoded}
 */
function refused(fault) {
  return { state: emptyState(), fault, lost: [] };
}
