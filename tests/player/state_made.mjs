// States made from a seed, for the tests of the state.

import { inSteps } from "../../site/player/state/packed.js";
import { emptyState } from "../../site/player/state/state.js";

/**
 * A function that draws a whole number below `limit` (mulberry32).
 * @param {number} seed
 */
export function numbers(seed) {
  let a = seed >>> 0;
  return (limit) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

export const TYPES = {
  single_choice: [3, 5], multiple_response: [4, 7], true_false: [2, 2], judgement: [4, 5], numeric: [1, 1], short_answer: [1, 1],
  cloze: [1, 4], matching: [3, 6], ordering: [3, 7], categorise: [4, 8],
};
/** How the course's banks are mixed: of a hundred items. */
const MIXES = {
  usual: { single_choice: 33, judgement: 17, multiple_response: 11, true_false: 8, ordering: 8, cloze: 5, matching: 5, categorise: 5, numeric: 4, short_answer: 4 },
  harsh: { single_choice: 14, multiple_response: 16, true_false: 4, judgement: 12, numeric: 5, short_answer: 5, cloze: 11, matching: 11, ordering: 11, categorise: 11 },
};

/** Ranks as an item of a type keeps them. */
export function partsOf(random, type) {
  const [least, most] = TYPES[type];
  const count = least + random(most - least + 1);
  const each = (limit) => Array.from({ length: count }, () => random(limit));
  switch (type) {
    case "multiple_response":
      return Array.from({ length: count }, (_, rank) => rank).filter(() => random(2));
    case "ordering":
      return shuffled(random, count);
    case "matching":
      return each(count + 1).map((part) => part + 1);
    case "categorise":
      return each(4).map((part) => part + 1);
    case "cloze":
      return each(random(2) ? 2 : 4).map((part) => part + 1);
    case "numeric":
    case "short_answer":
      return [random(2)];
    default:
      return [random(count)];
  }
}

function shuffled(random, count) {
  const parts = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = random(at + 1);
    [parts[at], parts[other]] = [parts[other], parts[at]];
  }
  return parts;
}

/** An answer as learners give them; `harsh`: many tries, hints and partial points. */
export function answerOf(random, type, harsh) {
  const parts = partsOf(random, type);
  const tries = 1 + (random(harsh ? 2 : 4) === 0 ? 1 + random(3) : 0);
  const some = () => (["single_choice", "true_false", "numeric", "short_answer"].includes(type) ? random(2) : inSteps(random(5) / 4));
  const first = some();
  const points = tries > 1 ? some() : first;
  return { parts, tries, first, points, hints: random(3) ? 0 : random(4), sure: random(3) };
}

/** A state with `count` answered items. */
export function fullState(random, count, mix) {
  const state = emptyState();
  const types = Object.entries(MIXES[mix]).flatMap(([type, share]) => Array(share).fill(type));
  while (Object.keys(state.answers).length < count) {
    state.answers[String(random(2 ** 24))] = answerOf(random, types[random(types.length)], mix === "harsh");
  }
  return state;
}

const name = (random) => `thing-${random(999)}`;
const day = (random) => (random(4) ? 9800 + random(400) : 0);
const words = (random) => ["", "a", "né \"x\" \\ \n 🙂 \u2028 </script>", "{name}", "x".repeat(random(50))][random(5)];

/** Any state that the format can hold. */
export function randomState(random) {
  const state = fullState(random, random(20), "harsh");
  const many = (part, made) => {
    for (let left = random(6); left > 0; left -= 1) state[part][name(random)] = made();
  };
  for (let left = random(5); left > 0; left -= 1) {
    state.drafts[String(random(2 ** 24))] = { parts: odd(random), hints: random(5), sure: random(3) };
  }
  for (let left = random(5); left > 0; left -= 1) {
    state.answers[String([0, 2 ** 24 - 1, random(99)][random(3)])] = { parts: odd(random), tries: 1 + random(4000), first: inSteps(random(33) / 32), points: 0, hints: random(4000), sure: 0 };
  }
  for (const answer of Object.values(state.answers)) if (answer.tries === 1) answer.points = answer.first;
  many("rhythm", () => ({ seen: day(random), good: day(random), rest: day(random) }));
  many("quizzes", () => ({ tries: random(9), best: random(101), passed: day(random), done: day(random), wait: random(99) ? 0 : 30000000, form: words(random), choices: Array.from({ length: random(4) }, () => [random(2 ** 24), odd(random)]) }));
  many("lessons", () => ({ opened: day(random), done: day(random) }));
  many("scenarios", () => ({ key: random(2 ** 24), path: [name(random)], endings: [name(random), name(random)] }));
  many("cards", () => ({ box: 1 + random(5), due: day(random), seen: day(random) }));
  many("texts", () => words(random));
  many("plans", () => ({ cue: words(random), act: words(random), partner: words(random), date: ["", "2027-01-31"][random(2)], kept: ["", "yes", "partly", "no"][random(4)] }));
  many("months", () => day(random));
  if (random(2)) state.last = { page: "lessons/x.html", title: words(random), question: random(2) ? name(random) : "" };
  state.seed = random(2 ** 32);
  state.since = day(random);
  return sorted(state);
}

/** Parts of every shape, also ones that no item has today. */
function odd(random) {
  const length = [0, 1, 2, 5, 12, 40][random(6)];
  return [() => shuffled(random, length), () => Array.from({ length }, () => random(2 ** (1 + random(20)))), () => Array.from({ length }, (_, at) => at * 3)][random(3)]();
}

function sorted(state) {
  for (const [part, entries] of Object.entries(state)) {
    if (!entries || typeof entries !== "object" || part === "last") continue;
    const keys = Object.keys(entries).sort((one, other) => (one < other ? -1 : 1));
    state[part] = Object.fromEntries(keys.map((key) => [key, entries[key]]));
  }
  return state;
}
