// What is kept of a learner. An item's state is filed under its state key, which changes with the item's meaning, and
// its parts are named by rank among sorted ids: so an edit of the course never moves an answer to another place.

import { record } from "./values.js";

/** @typedef {0 | 1 | 2} Sure  0 not said, 1 not sure, 2 sure */
/**
 * @typedef {object} Answer
 * @property {number[]} parts what was chosen in the last try: ranks, as the item's type reads them
 * @property {number} tries
 * @property {number} first points of the first try, 0 to 1
 * @property {number} points points of the last try, 0 to 1
 * @property {number} hints how many were opened
 * @property {Sure} sure said before the last try
 */
/** @typedef {{ parts: number[], hints: number, sure: Sure }} Draft  chosen, not checked */
/** @typedef {{ seen: number, good: number, rest: number }} Rhythm  days: last answered; last right and sure; not asked before */
/** @typedef {[key: number, parts: number[]]} Choice  a state key and what was chosen there; nothing where it was left */
/**
 * @typedef {object} QuizRun
 * @property {number} tries finished ones
 * @property {number} best per cent
 * @property {number} passed day of the first pass, or 0
 * @property {number} done day of the last finish, or 0
 * @property {number} wait the minute since 1970 from which the next try is open, or 0
 * @property {string} form label of the form that is open or was finished last
 * @property {Choice[]} choices of the try that is shown as finished; none while a try is open
 */
/** @typedef {{ opened: number, done: number }} LessonRun  days; `done` is 0 until each check is answered */
/** @typedef {{ key: number, path: string[], endings: string[] }} ScenarioRun  ids of the choices made, of endings ever reached */
/** @typedef {{ box: number, due: number, seen: number }} CardRun  box 1 to 5; days */
/** @typedef {{ cue: string, act: string, partner: string, date: string, kept: string }} PlanRun  date YYYY-MM-DD or empty */
/** @typedef {{ page: string, title: string, question: string }} Visit */
/**
 * @typedef {object} State
 * @property {Record<string, Answer>} answers
 * @property {Record<string, Draft>} drafts
 * @property {Record<string, Rhythm>} rhythm
 * @property {Record<string, QuizRun>} quizzes
 * @property {Record<string, LessonRun>} lessons
 * @property {Record<string, ScenarioRun>} scenarios
 * @property {Record<string, CardRun>} cards
 * @property {Record<string, string>} texts
 * @property {Record<string, PlanRun>} plans
 * @property {Record<string, number>} months
 * @property {Visit | null} last
 * @property {number} seed
 * @property {number} since
 */

/**
 * A learner who has done nothing yet.
 * @returns {State}
 */
export function emptyState() {
  return {
    answers: record(), drafts: record(), rhythm: record(), quizzes: record(), lessons: record(), scenarios: record(),
    cards: record(), texts: record(), plans: record(), months: record(), last: null, seed: 0, since: 0,
  };
}
