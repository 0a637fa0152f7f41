// The rule of completion, held to vectors that packages meet too.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { completedOn, criteriaOf, stageOf } from "../../site/player/progress/completion.js";
import { emptyState } from "../../site/player/state/state.js";

const { lessons, tests, today, cases } = JSON.parse(readFileSync(new URL("completion.vectors.json", import.meta.url), "utf-8"));

test("stages, criteria and the day are what the vectors say", () => {
  for (const one of cases) {
    const state = Object.assign(emptyState(), one.state);
    assert.deepEqual(lessons.map((lesson) => stageOf(state, lesson)), one.stages, one.why);
    const criteria = criteriaOf(state, lessons, tests);
    assert.deepEqual(criteria.map((criterion) => criterion.met), one.met, one.why);
    assert.deepEqual(criteria.map((criterion) => criterion.done), one.done, one.why);
    assert.equal(completedOn(state, lessons, tests, today), one.day, one.why);
  }
});

test("a course without tests is complete with its lessons", () => {
  const state = Object.assign(emptyState(), { lessons: { b: { opened: 5, done: 5 } } });
  assert.equal(completedOn(state, [{ id: "b", keys: [] }], [], today), 5);
});
