// Numbers as a stream of bits, and the stream as text of 64 signs (RFC 4648, base64url, without padding).

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const WIDTH = 6;
/** No number that is kept has more bits: a stream that asks for more is none of ours. */
const WIDEST = 32;

/** Writes numbers bit by bit. */
export class BitWriter {
  constructor() {
    /** @type {number[]} */
    this.bits = [];
  }

  /**
   * A number of known width.
   * @param {number} value
   * @param {number} width
   */
  put(value, width) {
    for (let at = width - 1; at >= 0; at -= 1) this.bits.push(Math.floor(value / 2 ** at) % 2);
  }

  /**
   * A number of any size, small ones short: exponential Golomb code of order `order`.
   * @param {number} value
   * @param {number} order
   */
  golomb(value, order) {
    const shifted = value + 2 ** order;
    const width = bitsOf(shifted);
    this.put(0, width - order - 1);
    this.put(shifted, width);
  }

  /**
   * A number of any size, best around 2 ** `order`: Rice code.
   * @param {number} value
   * @param {number} order
   */
  rice(value, order) {
    for (let many = Math.floor(value / 2 ** order); many > 0; many -= 1) this.bits.push(1);
    this.bits.push(0);
    this.put(value % 2 ** order, order);
  }

  /** @returns {string} */
  text() {
    let made = "";
    for (let at = 0; at < this.bits.length; at += WIDTH) {
      let sign = 0;
      for (let bit = 0; bit < WIDTH; bit += 1) sign = sign * 2 + (this.bits[at + bit] ?? 0);
      made += SIGNS[sign];
    }
    return made;
  }
}

/** Reads what BitWriter wrote; throws RangeError where the stream ends too early or holds a foreign sign. */
export class BitReader {
  /** @param {string} text */
  constructor(text) {
    /** @type {number[]} */
    this.bits = [];
    this.at = 0;
    for (const sign of text) {
      const value = SIGNS.indexOf(sign);
      if (value < 0) throw new RangeError("a foreign sign");
      for (let bit = WIDTH - 1; bit >= 0; bit -= 1) this.bits.push((value >> bit) & 1);
    }
  }

  /** @returns {number} */
  bit() {
    const bit = this.bits[this.at];
    if (bit === undefined) throw new RangeError("the end");
    this.at += 1;
    return bit;
  }

  /**
   * @param {number} width
   * @returns {number}
   */
  take(width) {
    let value = 0;
    for (let left = width; left > 0; left -= 1) value = value * 2 + this.bit();
    return value;
  }

  /**
   * @param {number} order
   * @returns {number}
   */
  golomb(order) {
    let zeros = 0;
    while (this.bit() === 0) zeros += 1;
    if (zeros + order >= WIDEST) throw new RangeError("too many bits");
    return 2 ** (zeros + order) + this.take(zeros + order) - 2 ** order;
  }

  /**
   * @param {number} order
   * @returns {number}
   */
  rice(order) {
    let many = 0;
    while (this.bit() === 1) many += 1;
    return many * 2 ** order + this.take(order);
  }
}

/**
 * How many bits a number below 2 ** 32 has: 0 has none.
 * @param {number} value
 * @returns {number}
 */
export function bitsOf(value) {
  return 32 - Math.clz32(value);
}

/**
 * Three signs that change when the text does (FNV-1a, folded to 18 bits).
 * @param {string} text
 * @returns {string}
 */
export function checkSigns(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  const writer = new BitWriter();
  writer.put((hash ^ (hash >>> 18)) & 0x3ffff, 18);
  return writer.text();
}
