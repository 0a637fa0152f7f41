// Sheets whose rows have changed, and plans in words and in order.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { eventOf, ordered, sentenceOf } from "../../site/player/plans/plan.js";
import { keepPlan } from "../../site/player/sheet/fields.js";
import { movedRows, movedTexts } from "../../site/player/sheet/moved.js";
import { bestOf, byPractice, wayOf } from "../../site/player/scenario/graph.js";

const vectors = JSON.parse(readFileSync(new URL("sheets.vectors.json", import.meta.url), "utf-8"));

test("rows are found where they have gone", () => {
  for (const one of vectors.moved) assert.deepEqual(movedRows(one.was, one.now), one.places, JSON.stringify(one));
});

test("a text is never put beside two rows, nor two beside one", () => {
  const letters = "abcdef";
  let seed = 7;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  for (let round = 0; round < 2000; round += 1) {
    const draw = () => Array.from(letters).filter(() => random() < 0.6).sort(() => random() - 0.5);
    const was = draw();
    const now = draw();
    const places = movedRows(was, now);
    const there = places.filter((place) => place !== null);
    assert.equal(new Set(there).size, there.length, `${was} -> ${now}: ${places}`);
    assert.ok(there.every((place) => place >= 0 && place < now.length), `${was} -> ${now}: ${places}`);
    was.forEach((mark, at) => now.includes(mark) && assert.equal(now[places[at]], mark, `${was} -> ${now}: ${places}`));
    places.forEach((place, at) => place !== null && now[place] !== was[at] && assert.ok(!was.includes(now[place]), `${was} -> ${now}: ${places}`));
  }
});

test("texts go with rows and columns, and what is left over comes back", () => {
  for (const one of vectors.texts) assert.deepEqual(movedTexts(one.texts, one.rows, one.columns), one.made, JSON.stringify(one));
});

const words = { "plan-words": "When {cue}, then {act}.", "plan-cue-only": "When {cue} …", "plan-act-only": "{act}.", "plan-neither": "none", "plan-event": "My plan: {act}", "plan-with": "I tell: {partner}" };
const say = (name, values = {}) => words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);

test("a plan is one sentence, whatever of it is there", () => {
  for (const one of vectors.sentences) assert.equal(sentenceOf(one.plan, say), one.words);
});

test("plans stand by date, those looked back on last", () => {
  assert.deepEqual(ordered(vectors.ordered.plans, 9800), vectors.ordered.ids);
});

test("a plan without a date is no event; one with a date keeps its name for ever", () => {
  const speaker = { say, language: "en", store: { course: "tea" } };
  const plan = { cue: "it rains.", act: "I wait", partner: "Ravi", date: "", kept: "" };
  assert.equal(eventOf("own.1", plan, speaker), null);
  const event = { uid: "own.1@plans.tea", day: 9862, title: "My plan: I wait", text: "When it rains, then I wait.\nI tell: Ravi" };
  assert.deepEqual(eventOf("own.1", { ...plan, date: "2027-01-01" }, speaker), event);
});

test("a plan of which nothing is left is gone, and a year of five digits is no date", () => {
  const state = { plans: {} };
  keepPlan(state, "a", { cue: "x" });
  keepPlan(state, "a", { date: "12027-01-01" });
  assert.deepEqual(state.plans, { a: { cue: "x", act: "", partner: "", date: "", kept: "" } });
  keepPlan(state, "a", { cue: "  " });
  assert.deepEqual(state.plans, {});
});

test("a way goes as far as the case has its choices", () => {
  const choice = (id, goto, score = 0, practice = "") => ({ id, goto, score, practice });
  const one = { id: "one", title: "One", choices: [choice("a", "two", 3, "ask"), choice("b", "end", 0)] };
  const two = { id: "two", title: "Two", choices: [choice("a", "one", 1, "ask"), choice("c", "end", 2, "tell")] };
  const graph = { start: "one", scenes: new Map([["one", one], ["two", two]]), endings: new Map([["end", { id: "end", title: "End" }]]) };
  const ids = (way) => [way.steps.map((step) => step.choice.id).join(""), way.scene?.id ?? way.ending?.id];
  assert.deepEqual(ids(wayOf(graph, [])), ["", "one"]);
  assert.deepEqual(ids(wayOf(graph, ["a", "a", "a", "c"])), ["aaac", "end"]);
  assert.deepEqual(ids(wayOf(graph, ["a", "gone", "c"])), ["a", "two"]);
  assert.deepEqual(ids(wayOf(graph, ["b", "a"])), ["b", "end"]);
  assert.equal(bestOf(two).id, "c");
  assert.deepEqual(byPractice(wayOf(graph, ["a", "a", "b"]).steps).map(([practice, steps]) => [practice, steps.length]), [["ask", 2], ["", 1]]);
});
