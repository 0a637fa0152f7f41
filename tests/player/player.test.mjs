// The player's scoring, held to the vectors that every other player has to meet.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { scoreChoice, told } from "../../site/player/score.js";

const vectors = JSON.parse(readFileSync(new URL("vectors.json", import.meta.url), "utf-8"));

test("choices are scored as the vectors say", () => {
  for (const one of vectors.choice) assert.equal(scoreChoice(one.chosen, one.right, one.credit), one.points, JSON.stringify(one));
});

test("each option is told one of four states", () => {
  for (const one of vectors.told) assert.equal(told(one.chosen, one.right), one.told);
});
