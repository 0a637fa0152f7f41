// The player's scoring, orders and rhythm, held to the vectors that every other player has to meet.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { openFrom } from "../../site/player/quiz/cooldown.js";
import { after } from "../../site/player/today/rhythm.js";
import { isAccepted, isClose, readNumber, scoreChoice, scoreJudged, scoreParts, told } from "../../site/player/items/score.js";
import { shuffled } from "../../site/player/items/shuffle.js";

const vectors = JSON.parse(readFileSync(new URL("vectors.json", import.meta.url), "utf-8"));

/** Each vector of a name, with the vector as the message. */
function each(name, check) {
  assert.ok(vectors[name].length > 0);
  for (const one of vectors[name]) check(one, JSON.stringify(one));
}

test("choices are scored as the vectors say", () => {
  each("choice", (one, said) => assert.equal(scoreChoice(one.chosen, one.right, one.credit), one.points, said));
});

test("ticking everything never pays", () => {
  for (let options = 2; options <= 8; options += 1) {
    for (let right = 1; right <= options / 2; right += 1) {
      const all = Array.from({ length: options }, (_, rank) => rank);
      assert.equal(scoreChoice(all, all.slice(0, right), "partial"), 0);
    }
  }
});

test("parts and grades are scored as the vectors say", () => {
  each("parts", (one, said) => assert.equal(scoreParts(one.hits, one.credit), one.points, said));
  each("judged", (one, said) => assert.equal(scoreJudged(one.score), one.points, said));
});

test("words are compared as people mean them", () => {
  each("words", (one, said) => assert.equal(isAccepted(one.typed, one.accepted, one.case), one.right, said));
});

test("numbers are read as the language writes them, and compared exactly", () => {
  each("numbers", (one, said) => assert.equal(readNumber(one.typed, one.sign), one.read, said));
  each("close", (one, said) => assert.equal(isClose(one.number, one.answer, one.tolerance), one.right, said));
});

test("each option is told one of four states", () => {
  each("told", (one, said) => assert.equal(told(one.chosen, one.right), one.told, said));
});

test("a question comes back by its rhythm", () => {
  each("rhythm", (one, said) => assert.deepEqual(after(one.before ?? undefined, one.points, one.sure, one.day), one.after, said));
});

test("the next try opens when the rule says", () => {
  each("cooldown", (one, said) => assert.equal(openFrom(new Date(one.from), one.count, one.unit).getTime(), new Date(one.open).getTime(), said));
});

test("an order is drawn from the seed, stays, and never is the key", () => {
  const ranks = [0, 1, 2, 3, 4];
  const seen = new Set();
  for (let seed = 1; seed <= 300; seed += 1) {
    const order = shuffled(ranks, seed, 77);
    assert.deepEqual([...order].sort(), ranks);
    assert.deepEqual(shuffled([...ranks].reverse(), seed, 77), order, "whatever order it is given in");
    seen.add(order.join());
    for (const key of [[0, 1], [1, 0], [0, 1, 2]]) {
      assert.notDeepEqual(shuffled([...key].sort(), seed, 78, key), key);
    }
  }
  assert.ok(seen.size > 80, `${seen.size} of 120 orders in 300 draws`);
  const first = Array.from({ length: 600 }, (_, seed) => shuffled(ranks, seed * 7919, 5)[0]);
  for (const rank of ranks) assert.ok(first.filter((one) => one === rank).length > 80, "each comes first often enough");
});

test("what stays keeps its order when another comes or goes", () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const all = shuffled([0, 1, 2, 3, 4], seed, 9);
    assert.deepEqual(shuffled([0, 1, 2, 3], seed, 9), all.filter((rank) => rank !== 4));
  }
});
