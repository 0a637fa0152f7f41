// Cards and what is due, held to the vectors that every other player has to meet.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { dayInWords, dayOf, dayOfIso, daysOn } from "../../site/player/time/days.js";
import { countSince, dueOn, isThrough, presentMonth } from "../../site/player/today/due.js";
import { graded, isDue, sortCards, WAITS } from "../../site/player/cards/leitner.js";
import { after, rankOf } from "../../site/player/today/rhythm.js";
import { emptyState } from "../../site/player/state/state.js";

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf-8"));
const leitner = read("leitner.vectors.json");
const due = read("due.vectors.json");
const day = (iso) => dayOfIso(iso);

test("a graded card goes where the vectors say", () => {
  for (const one of leitner.graded) assert.deepEqual(graded(one.before ?? undefined, one.grade, one.day), one.card, one.what);
});

test("a deck is sorted as the vectors say", () => {
  for (const one of leitner.sorted) {
    assert.deepEqual(sortCards(one.ids, one.cards, one.day), { due: one.due, fresh: one.fresh, next: one.next }, one.what);
  }
});

test("a card known each time on its day waits 3, 7, 21, then 60 days for ever", () => {
  let card = graded(undefined, "good", 0);
  const waits = [];
  for (let look = 0; look < 6; look += 1) {
    waits.push(card.due - card.seen);
    assert.equal(isDue(card, card.due - 1), false);
    assert.equal(isDue(card, card.due), true);
    card = graded(card, "good", card.due);
  }
  assert.deepEqual(waits, [...WAITS.slice(1), 60, 60]);
});

test("the present month at each boundary", () => {
  for (const one of due.months) {
    const found = presentMonth(one.months.map((name) => ({ name, keys: [] })), day(one.day));
    assert.deepEqual([found.when, found.month?.name ?? null, found.next?.name ?? null], [one.when, one.month, one.next], one.day);
  }
});

/** A learner's answers: [key, points, sure, day] in their order. */
function learner(...answers) {
  const state = emptyState();
  for (const [key, points, sure, iso] of answers) {
    state.rhythm[key] = after(state.rhythm[key], points, sure, day(iso));
    state.answers[key] = { parts: [0], tries: 1, first: points, points, hints: 0, sure };
  }
  return state;
}

const COURSE = {
  months: [{ name: "2027-01", keys: ["1", "2"] }, { name: "2027-02", keys: ["3"] }],
  cards: ["a", "b", "a.back"],
  keys: ["1", "2", "3", "4", "5", "6", "7", "8"],
};

test("who has done nothing owes nothing but the month", () => {
  const before = dueOn(emptyState(), COURSE, day("2026-11-03"));
  assert.deepEqual(before, { cards: [], questions: [], month: null, next: day("2027-01-01"), picked: "" });
  assert.equal(dueOn(emptyState(), COURSE, day("2027-02-03")).month?.name, "2027-02", "January is not owed in February");
  assert.deepEqual(dueOn(emptyState(), COURSE, day("2027-03-01")).month, null);
  assert.equal(dueOn(emptyState(), { months: [], cards: [], keys: [] }, 9000).next, 0);
});

test("at most three questions a day: sure and missed first, then missed, then unsure, then by time", () => {
  const state = learner(
    ["8", 1, 2, "2026-09-01"], ["4", 1, 1, "2026-10-20"], ["5", 0.5, 0, "2026-10-22"], ["6", 0, 1, "2026-10-21"], ["7", 0, 2, "2026-10-25"],
  );
  const found = dueOn(state, COURSE, day("2026-11-03"));
  assert.deepEqual(found.questions, ["7", "6", "5"]);
  assert.equal(found.next, day("2026-11-04"), "the fourth waits until tomorrow");
  state.texts["today"] = found.picked;
  for (const key of found.questions) state.rhythm[key] = after(state.rhythm[key], 1, 2, day("2026-11-03"));
  assert.deepEqual(dueOn(state, COURSE, day("2026-11-03")).questions, [], "three answered ones bring no others the same day");
  assert.deepEqual(dueOn(state, COURSE, day("2026-11-04")).questions, ["4", "8"]);
});

test("missed, then tried again the same day until it was right, was missed all the same", () => {
  const state = learner(["8", 1, 0, "2026-10-01"], ["4", 0, 1, "2026-11-01"], ["4", 1, 2, "2026-11-01"], ["5", 1, 1, "2026-10-20"]);
  assert.deepEqual(dueOn(state, COURSE, day("2026-11-03")).questions, ["4", "5", "8"]);
  assert.equal(rankOf(state.rhythm["4"], state.answers["4"]), 1);
});

test("a question that the site no longer asks is not due", () => {
  assert.deepEqual(dueOn(learner(["99", 0, 2, "2026-10-01"]), COURSE, day("2026-11-03")).questions, []);
});

test("a question of this month's open refresher is not asked twice", () => {
  const state = learner(["1", 0, 2, "2026-12-20"], ["4", 0, 2, "2026-12-21"]);
  assert.deepEqual(dueOn(state, COURSE, day("2027-01-02")).questions, ["4"]);
  assert.deepEqual(dueOn(state, COURSE, day("2027-02-02")).questions, ["1", "4"]);
});

test("two right and sure a month apart rest for half a year", () => {
  const once = learner(["4", 1, 2, "2026-10-01"]);
  assert.deepEqual(dueOn(once, COURSE, day("2026-10-30")).questions, []);
  assert.deepEqual(dueOn(once, COURSE, day("2026-10-31")).questions, ["4"], "a month after it was known");
  const apart = learner(["4", 1, 2, "2026-10-01"], ["4", 1, 2, "2026-10-29"]);
  const early = learner(["4", 1, 2, "2026-10-01"], ["4", 1, 2, "2026-10-28"]);
  assert.deepEqual(dueOn(apart, COURSE, day("2027-04-29")).questions, []);
  assert.deepEqual(dueOn(apart, COURSE, day("2027-04-30")).questions, ["4"], "183 days after");
  assert.deepEqual(dueOn(early, COURSE, day("2026-11-28")).questions, ["4"], "27 days are no month");
});

test("a month is through once all of it was answered since it began", () => {
  const [january] = COURSE.months;
  const early = learner(["1", 1, 2, "2026-12-30"], ["2", 1, 2, "2027-01-01"]);
  assert.equal(countSince(early, january, day("2027-01-05")), 1);
  assert.equal(isThrough(early, january, day("2027-01-05")), false);
  const all = learner(["1", 0, 2, "2027-01-01"], ["2", 1, 2, "2027-01-05"]);
  assert.equal(isThrough(all, january, day("2027-01-05")), true, "answered counts, right or not");
  assert.equal(dueOn(all, COURSE, day("2027-01-05")).month, null);
  assert.equal(isThrough(learner(["1", 1, 2, "2026-11-02"], ["2", 1, 2, "2026-11-03"]), january, day("2026-11-03")), true, "ahead of time");
  assert.equal(isThrough(emptyState(), { name: "2027-01", keys: [] }, day("2027-01-05")), false);
});

test("with the clock set back nothing is locked away, and what was picked is picked again", () => {
  const state = learner(["4", 0, 2, "2029-01-01"]);
  state.cards["a"] = graded(undefined, "good", day("2029-01-01"));
  state.texts["today"] = `${day("2029-01-03")} 4`;
  const found = dueOn(state, COURSE, day("2026-11-03"));
  assert.deepEqual([found.cards, found.questions], [["a"], ["4"]]);
  assert.equal(found.picked, `${day("2026-11-03")} 4`);
});

test("a picked text that makes no sense asks nothing and breaks nothing", () => {
  const state = learner(["4", 0, 2, "2026-10-01"]);
  for (const text of ["", "x", `${day("2026-11-03")} `, `${day("2026-11-03")} <b> 77`]) {
    state.texts["today"] = text;
    assert.ok(dueOn(state, COURSE, day("2026-11-03")).questions.length <= 1, text);
  }
});

test("the next day is the nearest of all that waits", () => {
  const state = learner(["4", 1, 1, "2026-11-01"]);
  assert.equal(dueOn(state, COURSE, day("2026-11-03")).next, day("2026-11-08"));
  state.cards["b"] = graded(undefined, "good", day("2026-11-03"));
  assert.equal(dueOn(state, COURSE, day("2026-11-03")).next, day("2026-11-06"));
});

test("days in words", () => {
  assert.equal(dayInWords(day("2026-12-03"), "en-GB"), "3 December 2026");
  assert.equal(dayInWords(day("2026-12-03"), "es"), "3 de diciembre de 2026");
  assert.deepEqual([daysOn(1, "en"), daysOn(3, "en"), daysOn(1, "es")], ["tomorrow", "in 3 days", "mañana"]);
  assert.equal(dayOf(new Date(2000, 0, 1, 23, 59)), 0);
  assert.equal(dayOf(new Date(2028, 1, 29, 0, 0)), day("2028-02-29"));
});
