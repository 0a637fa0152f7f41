// The player's scoring and state, held to the vectors that every other player has to meet.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { scoreChoice, told } from "../../site/player/score.js";
import { decode, encode, Store } from "../../site/player/state.js";

const vectors = JSON.parse(readFileSync(new URL("vectors.json", import.meta.url), "utf-8"));

test("choices are scored as the vectors say", () => {
  for (const one of vectors.choice) assert.equal(scoreChoice(one.chosen, one.right, one.credit), one.points, JSON.stringify(one));
});

test("each option is told one of four states", () => {
  for (const one of vectors.told) assert.equal(told(one.chosen, one.right), one.told);
});

test("state is read as far as it is whole", () => {
  for (const one of vectors.state) assert.deepEqual(decode(one.text).answers, one.answers, String(one.text));
});

test("state survives writing and reading, whatever the order it was made in", () => {
  const answers = Object.fromEntries(
    Array.from({ length: 300 }, (_, n) => [String((n * 7919) % 16777216), { parts: [n % 4], tries: 1 + (n % 5), first: (n % 3) / 4 }]),
  );
  const quizzes = { b: [[7, [1, 2]], [9, []]], a: [] };
  const state = { answers, quizzes, last: { page: "lessons/x.html", title: "X <&> \"y\"" } };
  assert.deepEqual(decode(encode(state)), state);
  const turned = { answers: Object.fromEntries(Object.entries(answers).reverse()), quizzes: { a: [], b: quizzes.b }, last: state.last };
  assert.equal(encode(turned), encode(state));
});

function box() {
  const kept = new Map();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
}

test("the first try counts, tries add up, and two tabs lose nothing", () => {
  const shared = box();
  const one = new Store(shared, "c");
  const two = new Store(shared, "c");
  one.put("5", [1], 0);
  two.put("6", [0], 1);
  one.put("5", [0], 1);
  const later = new Store(shared, "c");
  assert.deepEqual(later.answer("5"), { parts: [0], tries: 2, first: 0 });
  assert.deepEqual(later.answer("6"), { parts: [0], tries: 1, first: 1 });
  assert.equal(new Store(shared, "other").answer("5"), null);
});

test("a finished quiz is kept for the questions it asked, until it begins again in any tab", () => {
  const shared = box();
  const one = new Store(shared, "c");
  const two = new Store(shared, "c");
  one.finish("q", [[5, [1]], [6, []]]);
  assert.deepEqual(new Store(shared, "c").finished("q", ["5", "6"]), [[5, [1]], [6, []]]);
  assert.equal(new Store(shared, "c").finished("q", ["5", "7"]), null);
  assert.equal(new Store(shared, "c").finished("q", ["5"]), null);
  two.finish("q", []);
  one.put("5", [0], 1);
  assert.equal(new Store(shared, "c").finished("q", ["5", "6"]), null);
  assert.deepEqual(decode('{"version":1,"answers":[],"quizzes":[["a",[[1,["x"]]]],["b",[[2,[0]]]],3]}').quizzes, { b: [[2, [0]]] });
});

test("storage that throws, or that isn't there, keeps the page alive", () => {
  const throws = { getItem() { throw new Error("no"); }, setItem() { throw new Error("full"); } };
  for (const broken of [throws, null]) {
    const store = new Store(broken, "c");
    assert.deepEqual(store.put("5", [1], 1), { parts: [1], tries: 1, first: 1 });
    assert.equal(store.answer("5").tries, 1);
    assert.equal(store.write(), false);
  }
});
