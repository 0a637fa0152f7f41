// Prints, for random answers, the shapes of their items and how long they are packed: a line of JSON each.

import { packAnswers } from "../../site/player/state/packed.js";
import { answerOf, numbers, TYPES } from "./state_made.mjs";

const CHOICES = ["single_choice", "true_false", "judgement"];
const KINDS = { multiple_response: "set", ordering: "order", matching: "list", cloze: "list", categorise: "list" };

for (let seed = 1; seed <= 150; seed += 1) {
  const random = numbers(seed);
  const answers = {};
  const shapes = [];
  for (let left = random(40); left > 0; left -= 1) {
    const type = Object.keys(TYPES)[random(Object.keys(TYPES).length)];
    const most = TYPES[type][1];
    const highest = CHOICES.includes(type) ? most - 1 : { multiple_response: most - 1, ordering: most - 1, matching: most + 1, cloze: 4, categorise: 4 }[type] ?? 1;
    const answer = answerOf(random, type, true);
    const key = String(random(2 ** 24));
    if (answers[key]) continue;
    answers[key] = answer;
    shapes.push([KINDS[type] ?? "one", KINDS[type] ? most : 1, highest, 4]);
  }
  console.log(JSON.stringify({ shapes, length: packAnswers(answers).length }));
}
