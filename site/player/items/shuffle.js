// The order in which a learner sees things: drawn from a seed that is kept, so it is the same after a reload, and the same
// after an edit for all that stays.

/**
 * The ranks in their order for this learner and item. With `key` the order is drawn again while it equals the key.
 * @param {number[]} ranks
 * @param {number} seed the learner's
 * @param {number} item the item's state key
 * @param {number[]} [key] the order that must not be shown
 * @returns {number[]}
 */
export function shuffled(ranks, seed, item, key) {
  for (let draw = 0; ; draw += 1) {
    const drawn = [...ranks].sort((one, other) => weight(seed, item, one, draw) - weight(seed, item, other, draw) || one - other);
    const tells = key !== undefined && key.length > 1 && drawn.every((rank, at) => rank === key[at]);
    if (!tells || draw > 99) return drawn;
  }
}

/**
 * A number that looks like chance but is always the same for the same four (the finalizer of MurmurHash3, A. Appleby).
 * @param {number} seed
 * @param {number} item
 * @param {number} rank
 * @param {number} draw
 * @returns {number}
 */
function weight(seed, item, rank, draw) {
  let mixed = seed >>> 0;
  for (const part of [item, rank + 1, draw]) {
    mixed = Math.imul(mixed ^ part, 0x85ebca6b) >>> 0;
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0;
    mixed = (mixed ^ (mixed >>> 16)) >>> 0;
  }
  return mixed;
}
