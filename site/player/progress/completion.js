// What a learner has done of the course, and whether it is complete. One rule for the site and for packages, held to
// tests/player/completion.vectors.json: each lesson was opened and its checks are answered, right or wrong; each test that
// is needed was passed at its mark.

/** @typedef {import("../state/state.js").State} State */
/** @typedef {"new" | "begun" | "done" | "again"} Stage  again: it was done, until a question of it changed */
/** @typedef {{ id: string, keys: string[] }} Lesson  the state keys of what its checks ask */
/** @typedef {{ id: string, pass: number, needed: boolean }} Test */
/** @typedef {{ kind: "lessons" | "test", id: string, met: boolean, done: number, all: number }} Criterion  test: `done` per cent of `all`, the mark */

/**
 * How far a lesson is.
 * @param {State} state
 * @param {Lesson} lesson
 * @returns {Stage}
 */
export function stageOf(state, lesson) {
  const { opened = 0, done = 0 } = state.lessons[lesson.id] ?? {};
  const answered = answeredOf(state, lesson);
  if (opened > 0 && answered === lesson.keys.length) return "done";
  if (done > 0) return "again";
  return opened > 0 || answered > 0 ? "begun" : "new";
}

/**
 * @param {State} state
 * @param {Lesson} lesson
 * @returns {number} how many of its questions have an answer
 */
export function answeredOf(state, lesson) {
  return lesson.keys.filter((key) => state.answers[key] !== undefined).length;
}

/**
 * What the course is complete with, and how far each is.
 * @param {State} state
 * @param {Lesson[]} lessons
 * @param {Test[]} tests
 * @returns {Criterion[]}
 */
export function criteriaOf(state, lessons, tests) {
  const done = lessons.filter((lesson) => stageOf(state, lesson) === "done").length;
  /** @type {Criterion[]} */
  const made = [{ kind: "lessons", id: "", met: done === lessons.length, done, all: lessons.length }];
  for (const test of tests.filter((one) => one.needed)) {
    const { passed = 0, best = 0 } = state.quizzes[test.id] ?? {};
    made.push({ kind: "test", id: test.id, met: passed > 0, done: best, all: test.pass });
  }
  return made;
}

/**
 * The day on which the last criterion was met; 0 while one is open.
 * @param {State} state
 * @param {Lesson[]} lessons
 * @param {Test[]} tests
 * @param {number} today for what was met without its day being kept
 * @returns {number}
 */
export function completedOn(state, lessons, tests, today) {
  if (!criteriaOf(state, lessons, tests).every((one) => one.met)) return 0;
  const days = lessons.map((lesson) => state.lessons[lesson.id]?.done || today);
  return Math.max(0, ...days, ...tests.filter((one) => one.needed).map((test) => state.quizzes[test.id]?.passed ?? 0));
}
