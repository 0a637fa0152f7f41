// Answers in few signs: sorted by state key, keys as differences, every number in as many bits as it needs.
// docs/progress-format.md describes the format; tests/player/state.vectors.json holds examples.

import { bitsOf, BitReader, BitWriter, checkSigns } from "./bits.js";
import { atMost, putParts, takeParts } from "./ranks.js";
import { isAnswer, isDraft, isStateKey, record } from "./values.js";

/** @typedef {import("./state.js").Answer} Answer */
/** @typedef {import("./state.js").Draft} Draft */
/** @typedef {import("./state.js").Sure} Sure */

const CHECK = 3;
/** Points are kept in so many steps. */
const STEPS = 32;
/** Parts of the points in 32nds, those that items give most often first: a half, quarters, thirds, fifths, sixths, eighths. */
const OFTEN = [16, 8, 24, 11, 21, 6, 13, 19, 26, 5, 27, 4, 12, 20, 28];
const PARTIAL = [...OFTEN, ...Array.from({ length: STEPS - 1 }, (_, at) => at + 1).filter((one) => !OFTEN.includes(one))];
const KEYS = 2 ** 24;
/** More tries or hints than these are kept as these. */
const MOST = 4095;

/**
 * @param {Record<string, Answer>} answers
 * @returns {string}
 */
export function packAnswers(answers) {
  return pack(answers, isAnswer, (writer, answer) => {
    putDraft(writer, answer);
    writer.golomb(Math.min(answer.tries, MOST) - 1, 0);
    putPoints(writer, answer.first);
    if (answer.tries > 1) putPoints(writer, answer.points);
  });
}

/**
 * Throws RangeError where the text isn't what packAnswers wrote.
 * @param {string} text
 * @returns {Record<string, Answer>}
 */
export function unpackAnswers(text) {
  return unpack(text, (reader) => {
    const draft = takeDraft(reader);
    const tries = atMost(reader.golomb(0) + 1, MOST);
    const first = takePoints(reader);
    return { ...draft, tries, first, points: tries > 1 ? takePoints(reader) : first };
  });
}

/**
 * @param {Record<string, Draft>} drafts
 * @returns {string}
 */
export function packDrafts(drafts) {
  return pack(drafts, isDraft, putDraft);
}

/**
 * Throws RangeError where the text isn't what packDrafts wrote.
 * @param {string} text
 * @returns {Record<string, Draft>}
 */
export function unpackDrafts(text) {
  return unpack(text, takeDraft);
}

/**
 * Sorted by key; what isn't an entry of ours is left out, for it couldn't be read again.
 * @template T
 * @param {Record<string, T>} entries
 * @param {(entry: T) => boolean} isWhole
 * @param {(writer: BitWriter, entry: T) => void} put
 * @returns {string}
 */
function pack(entries, isWhole, put) {
  const whole = Object.entries(entries).filter(([key, entry]) => isStateKey(key) && isWhole(entry));
  if (whole.length === 0) return "";
  const sorted = whole.sort(([one], [other]) => Number(one) - Number(other));
  const writer = new BitWriter();
  const order = orderFor(sorted.length);
  writer.golomb(sorted.length - 1, 6);
  writer.put(order, 5);
  let before = -1;
  for (const [key, entry] of sorted) {
    writer.rice(Number(key) - before - 1, order);
    before = Number(key);
    put(writer, entry);
  }
  const text = writer.text();
  return text + checkSigns(text);
}

/**
 * The order of the Rice code that suits the differences between so many keys.
 * @param {number} count at least 1
 * @returns {number}
 */
function orderFor(count) {
  return Math.max(1, bitsOf(Math.floor((KEYS * 5) / (count * 7)))) - 1;
}

/**
 * @template T
 * @param {string} text
 * @param {(reader: BitReader) => T} take
 * @returns {Record<string, T>}
 */
function unpack(text, take) {
  /** @type {Record<string, T>} */
  const entries = record();
  if (text === "") return entries;
  const body = text.slice(0, -CHECK);
  if (checkSigns(body) !== text.slice(-CHECK)) throw new RangeError("the check signs differ");
  const reader = new BitReader(body);
  const count = reader.golomb(6) + 1;
  const order = reader.take(5);
  let key = -1;
  for (let at = 0; at < count; at += 1) {
    key = atMost(key + reader.rice(order) + 1, KEYS - 1);
    entries[String(key)] = take(reader);
  }
  return entries;
}

/**
 * @param {BitWriter} writer
 * @param {Draft} draft
 */
function putDraft(writer, draft) {
  putParts(writer, draft.parts);
  writer.golomb(Math.min(draft.hints, MOST), 0);
  writer.put(draft.sure === 2 ? 1 : draft.sure, draft.sure === 2 ? 1 : 2);
}

/**
 * @param {BitReader} reader
 * @returns {Draft}
 */
function takeDraft(reader) {
  const parts = takeParts(reader);
  const hints = atMost(reader.golomb(0), MOST);
  /** @type {Sure} */
  const sure = reader.bit() ? 2 : reader.bit() ? 1 : 0;
  return { parts, hints, sure };
}

/**
 * Nothing, everything, or a part of the points by its place in PARTIAL.
 * @param {BitWriter} writer
 * @param {number} points 0 to 1
 */
function putPoints(writer, points) {
  const kept = inSteps(points);
  if (kept === 0 || kept === 1) return writer.put(kept, 2);
  writer.put(1, 1);
  return writer.golomb(PARTIAL.indexOf(kept * STEPS), 1);
}

/**
 * @param {BitReader} reader
 * @returns {number}
 */
function takePoints(reader) {
  if (!reader.bit()) return reader.bit();
  const steps = PARTIAL[reader.golomb(1)];
  if (steps === undefined) throw new RangeError("no such points");
  return steps / STEPS;
}

/**
 * Points as precise as they are kept: a part of the points is never none and never all of them.
 * @param {number} points 0 to 1
 * @returns {number}
 */
export function inSteps(points) {
  if (points <= 0 || points >= 1) return points <= 0 ? 0 : 1;
  return Math.min(STEPS - 1, Math.max(1, Math.round(points * STEPS))) / STEPS;
}
