// Answers in few signs: sorted by state key, keys as differences, every number in as many bits as it needs.
// docs/progress-format.md describes the format; tests/player/vectors.json holds examples.

import { BitReader, BitWriter, checkSigns } from "./bits.js";

/** @typedef {import("./state.js").Answer} Answer */
/** @typedef {import("./state.js").Draft} Draft */
/** @typedef {import("./state.js").Sure} Sure */

const ONE = 0;
const SET = 1;
const LIST = 2;
const ORDER = 3;
const CHECK = 3;
/** Points are kept in so many steps. */
const STEPS = 32;
const KEYS = 2 ** 24;

/**
 * @param {Record<string, Answer>} answers
 * @returns {string}
 */
export function packAnswers(answers) {
  return pack(answers, (writer, answer) => {
    putDraft(writer, answer);
    writer.golomb(answer.tries - 1, 0);
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
    const tries = reader.golomb(0) + 1;
    const first = takePoints(reader);
    return { ...draft, tries, first, points: tries > 1 ? takePoints(reader) : first };
  });
}

/**
 * @param {Record<string, Draft>} drafts
 * @returns {string}
 */
export function packDrafts(drafts) {
  return pack(drafts, putDraft);
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
 * @template T
 * @param {Record<string, T>} entries
 * @param {(writer: BitWriter, entry: T) => void} put
 * @returns {string}
 */
function pack(entries, put) {
  const keys = Object.keys(entries).map(Number).sort((one, other) => one - other);
  if (keys.length === 0) return "";
  const writer = new BitWriter();
  const order = Math.max(0, Math.floor(Math.log2(KEYS / keys.length / 1.4)));
  writer.golomb(keys.length - 1, 6);
  writer.put(order, 5);
  let before = -1;
  for (const key of keys) {
    writer.rice(key - before - 1, order);
    before = key;
    const entry = entries[key];
    if (entry !== undefined) put(writer, entry);
  }
  const text = writer.text();
  return text + checkSigns(text);
}

/**
 * @template T
 * @param {string} text
 * @param {(reader: BitReader) => T} take
 * @returns {Record<string, T>}
 */
function unpack(text, take) {
  /** @type {Record<string, T>} */
  const entries = {};
  if (text === "") return entries;
  const body = text.slice(0, -CHECK);
  if (checkSigns(body) !== text.slice(-CHECK)) throw new RangeError("the check signs differ");
  const reader = new BitReader(body);
  const count = reader.golomb(6) + 1;
  const order = reader.take(5);
  let key = -1;
  for (let at = 0; at < count; at += 1) {
    key += reader.rice(order) + 1;
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
  writer.golomb(draft.hints, 0);
  writer.put(draft.sure, 2);
}

/**
 * @param {BitReader} reader
 * @returns {Draft}
 */
function takeDraft(reader) {
  const parts = takeParts(reader);
  const hints = reader.golomb(0);
  const said = reader.take(2);
  /** @type {Sure} */
  const sure = said === 2 ? 2 : said === 1 ? 1 : 0;
  return { parts, hints, sure };
}

/**
 * @param {BitWriter} writer
 * @param {number[]} parts
 */
function putParts(writer, parts) {
  const kind = kindOf(parts);
  writer.put(kind, 2);
  if (kind === ONE) return writer.golomb(parts[0] ?? 0, 1);
  if (kind === SET) {
    const width = (parts.at(-1) ?? -1) + 1;
    writer.golomb(width, 2);
    for (let rank = 0; rank < width; rank += 1) writer.put(parts.includes(rank) ? 1 : 0, 1);
    return undefined;
  }
  writer.golomb(parts.length, 2);
  if (kind === ORDER) return putOrder(writer, parts);
  const width = Math.max(1, ...parts.map((part) => 32 - Math.clz32(part)));
  writer.golomb(width - 1, 1);
  for (const part of parts) writer.put(part, width);
  return undefined;
}

/**
 * @param {BitReader} reader
 * @returns {number[]}
 */
function takeParts(reader) {
  const kind = reader.take(2);
  if (kind === ONE) return [reader.golomb(1)];
  const length = reader.golomb(2);
  if (kind === SET) return Array.from({ length }, (_, rank) => (reader.bit() ? rank : -1)).filter((rank) => rank >= 0);
  if (kind === ORDER) return takeOrder(reader, length);
  const width = reader.golomb(1) + 1;
  return Array.from({ length }, () => reader.take(width));
}

/**
 * @param {number[]} parts
 * @returns {number}
 */
function kindOf(parts) {
  if (parts.length === 1) return ONE;
  if (parts.every((part, at) => at === 0 || part > (parts[at - 1] ?? 0))) return SET;
  return [...parts].sort((one, other) => one - other).every((part, at) => part === at) ? ORDER : LIST;
}

/**
 * An order as each part's place among those that are left: the first of n takes log2 n bits, the last none.
 * @param {BitWriter} writer
 * @param {number[]} parts
 */
function putOrder(writer, parts) {
  const left = parts.map((_, at) => at);
  for (const part of parts) {
    writer.put(left.indexOf(part), widthOf(left.length));
    left.splice(left.indexOf(part), 1);
  }
}

/**
 * @param {BitReader} reader
 * @param {number} length
 * @returns {number[]}
 */
function takeOrder(reader, length) {
  const left = Array.from({ length }, (_, at) => at);
  const parts = [];
  while (left.length > 0) {
    const [part] = left.splice(reader.take(widthOf(left.length)), 1);
    if (part === undefined) throw new RangeError("not an order");
    parts.push(part);
  }
  return parts;
}

/**
 * How many bits tell apart so many places.
 * @param {number} places
 * @returns {number}
 */
function widthOf(places) {
  return Math.ceil(Math.log2(places));
}

/**
 * Nothing, everything, or so many 32nds between.
 * @param {BitWriter} writer
 * @param {number} points 0 to 1
 */
function putPoints(writer, points) {
  if (points === 0 || points === 1) return writer.put(points, 2);
  writer.put(1, 1);
  return writer.put(Math.round(inSteps(points) * STEPS), 5);
}

/**
 * @param {BitReader} reader
 * @returns {number}
 */
function takePoints(reader) {
  return reader.bit() ? Math.max(1, reader.take(5)) / STEPS : reader.bit();
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
