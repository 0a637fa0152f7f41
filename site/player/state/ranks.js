// What was chosen in an item, as bits: one rank, a set, an order, or any list. docs/progress-format.md describes each.

import { bitsOf } from "./bits.js";

/** @typedef {import("./bits.js").BitReader} BitReader */
/** @typedef {import("./bits.js").BitWriter} BitWriter */

const ONE = 0;
const SET = 1;
const LIST = 2;
const ORDER = 3;
/** A set with a rank above is kept as a list. */
const WIDEST_SET = 64;
export const MOST_PARTS = 200;
export const HIGHEST_RANK = 2 ** 20 - 1;

/**
 * @param {BitWriter} writer
 * @param {number[]} parts
 */
export function putParts(writer, parts) {
  const kind = kindOf(parts);
  writer.put(kind, 2);
  if (kind === ONE) return writer.golomb(parts[0] ?? 0, 1);
  if (kind === SET) {
    const width = (parts.at(-1) ?? -1) + 1;
    writer.golomb(width, 3);
    for (let rank = 0; rank < width - 1; rank += 1) writer.put(parts.includes(rank) ? 1 : 0, 1);
    return undefined;
  }
  writer.golomb(parts.length - 2, 2);
  if (kind === ORDER) return putOrder(writer, parts);
  const lowest = parts.includes(0) ? 0 : 1;
  const highest = Math.max(lowest + 1, ...parts);
  writer.put(lowest, 1);
  writer.golomb(highest - lowest - 1, 1);
  return putDigits(writer, parts.map((part) => part - lowest), highest - lowest + 1);
}

/**
 * @param {BitReader} reader
 * @returns {number[]}
 */
export function takeParts(reader) {
  const kind = reader.take(2);
  if (kind === ONE) return [atMost(reader.golomb(1), HIGHEST_RANK)];
  if (kind === SET) return takeSet(reader, atMost(reader.golomb(3), WIDEST_SET));
  const length = atMost(reader.golomb(2) + 2, MOST_PARTS);
  if (kind === ORDER) return takeOrder(reader, length);
  const lowest = reader.bit();
  const span = atMost(reader.golomb(1) + 1, HIGHEST_RANK - lowest);
  return takeDigits(reader, length, span + 1).map((part) => part + lowest);
}

/**
 * @param {number[]} parts
 * @returns {number}
 */
function kindOf(parts) {
  if (parts.length === 1) return ONE;
  const rises = parts.every((part, at) => at === 0 || part > (parts[at - 1] ?? 0));
  if (rises && (parts.at(-1) ?? 0) < WIDEST_SET) return SET;
  return [...parts].sort((one, other) => one - other).every((part, at) => part === at) ? ORDER : LIST;
}

/**
 * The highest rank of a set says how many bits there are: it needs none itself.
 * @param {BitReader} reader
 * @param {number} width
 * @returns {number[]}
 */
function takeSet(reader, width) {
  const ranks = Array.from({ length: width }, (_, rank) => rank);
  return ranks.filter((rank) => rank === width - 1 || reader.bit());
}

/**
 * An order as one number: each part's place among those that are left, the last one's left out; so many parts at a time
 * that it fits into 31 bits.
 * @param {BitWriter} writer
 * @param {number[]} parts
 */
function putOrder(writer, parts) {
  const left = parts.map((_, at) => at);
  let [number, most] = [0, 1];
  for (const part of parts) {
    const place = left.indexOf(part);
    if (most * left.length > 2 ** 31) {
      writer.put(number, bitsOf(most - 1));
      [number, most] = [0, 1];
    }
    number += place * most;
    most *= left.length;
    left.splice(place, 1);
  }
  writer.put(number, bitsOf(most - 1));
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
    let most = 1;
    let many = 0;
    while (many < left.length && most * (left.length - many) <= 2 ** 31) most *= left.length - many++;
    let number = atMost(reader.take(bitsOf(most - 1)), most - 1);
    for (; many > 0; many -= 1) {
      const choices = left.length;
      parts.push(...left.splice(number % choices, 1));
      number = Math.floor(number / choices);
    }
  }
  return parts;
}

/**
 * Ranks below `base` as digits of one number, or of several where one would be longer than 31 bits.
 * @param {BitWriter} writer
 * @param {number[]} parts
 * @param {number} base
 */
function putDigits(writer, parts, base) {
  const many = digitsIn(base);
  for (let at = 0; at < parts.length; at += many) {
    const digits = parts.slice(at, at + many);
    writer.put(digits.reduce((number, digit) => number * base + digit, 0), bitsOf(base ** digits.length - 1));
  }
}

/**
 * @param {BitReader} reader
 * @param {number} length
 * @param {number} base
 * @returns {number[]}
 */
function takeDigits(reader, length, base) {
  const many = digitsIn(base);
  /** @type {number[]} */
  const parts = [];
  while (parts.length < length) {
    const digits = Array.from({ length: Math.min(many, length - parts.length) }, () => 0);
    let number = atMost(reader.take(bitsOf(base ** digits.length - 1)), base ** digits.length - 1);
    for (let at = digits.length - 1; at >= 0; at -= 1) {
      digits[at] = number % base;
      number = Math.floor(number / base);
    }
    parts.push(...digits);
  }
  return parts;
}

/**
 * How many digits of a base fit into 31 bits.
 * @param {number} base 2 to 2 ** 20
 * @returns {number}
 */
function digitsIn(base) {
  let many = 1;
  while (base ** (many + 1) <= 2 ** 31) many += 1;
  return many;
}

/**
 * @param {number} value
 * @param {number} most
 * @returns {number}
 */
export function atMost(value, most) {
  if (value > most) throw new RangeError("too much");
  return value;
}
