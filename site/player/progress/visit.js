// The page that the learner was on last, and the offer on the start page to go on from there. Nobody is sent anywhere.

import { find, findAll } from "../page/dom.js";
import { answeredOf, criteriaOf, stageOf } from "./completion.js";

/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("./course_map.js").CourseMap} CourseMap */

const KINDS = ["lesson", "quiz", "scenario"];

/**
 * Remembers the page that is open, if it is one to go on with, and the first question there that has no answer.
 * @param {Player} player
 */
export function rememberVisit({ store, root }) {
  const kind = KINDS.find((one) => find(`.page--${one}`));
  const title = find(".page h1")?.textContent?.trim();
  const page = pathOf(root);
  if (!kind || !title || !page) return;
  const keep = () => {
    const question = openQuestion(store.state);
    const { last } = store.state;
    if (last?.page === page && last.title === title && last.question === question) return;
    store.change((state) => {
      state.last = { page, title, question };
    });
  };
  keep();
  document.addEventListener("answered", keep);
}

/**
 * @param {import("../state/state.js").State} state
 * @returns {string} the id of the first question of the page without an answer
 */
function openQuestion(state) {
  const open = findAll("form[data-item][data-key]").find((form) => {
    return form.dataset["type"] !== "reflection" && !state.answers[form.dataset["key"] ?? ""];
  });
  return open?.dataset["item"] ?? "";
}

/**
 * Lets the start page's button lead to where the learner was, or to what comes next.
 * @param {Player} player
 * @param {CourseMap} map
 */
export function offerToGoOn({ store, say, root }, map) {
  const button = find("a[data-continue]");
  if (!(button instanceof HTMLAnchorElement) || !map.whole) return;
  const { state } = store;
  const going = nextStop(state, map);
  if (!going || !button.firstChild) return;
  button.href = `${root}/${going.page}`;
  button.firstChild.textContent = `${say(going.word, going.values)} `;
}

/**
 * @typedef {{ page: string, word: string, values: Record<string, string | number> }} Stop
 * @param {import("../state/state.js").State} state
 * @param {CourseMap} map
 * @returns {Stop | null} null for a learner who has begun nothing
 */
function nextStop(state, map) {
  const { last } = state;
  if (!last && map.lessons.every((lesson) => stageOf(state, lesson) === "new")) return null;
  if (criteriaOf(state, map.lessons, map.tests).every((one) => one.met)) return { page: "certificate.html", word: "resume-complete", values: {} };
  const here = map.lessons.find((lesson) => lesson.page === last?.page);
  if (!here && last) return { page: last.page + anchorOf(last.question), word: "resume-page", values: { title: last.title } };
  if (here && stageOf(state, here) !== "done") return stopAt(state, here, last?.question ?? "");
  const open = map.lessons.filter((lesson) => stageOf(state, lesson) !== "done");
  const next = open.find((lesson) => map.lessons.indexOf(lesson) > map.lessons.indexOf(here ?? lesson)) ?? open[0];
  if (next) return stopAt(state, next, "");
  const test = map.tests.find((one) => one.needed && !state.quizzes[one.id]?.passed);
  return test ? { page: test.page, word: "resume-test", values: { title: test.title } } : null;
}

/**
 * @param {import("../state/state.js").State} state
 * @param {import("./course_map.js").MapLesson} lesson
 * @param {string} anchor of the first open question, if it is known
 * @returns {Stop}
 */
function stopAt(state, lesson, anchor) {
  const open = lesson.keys.findIndex((key) => !state.answers[key]);
  const values = { module: lesson.module, title: lesson.title, question: open + 1 };
  const word = open >= 0 && answeredOf(state, lesson) > 0 ? "resume-question" : "resume-lesson";
  return { page: lesson.page + (word === "resume-question" ? anchorOf(anchor) : ""), word, values };
}

/** @param {string} question */
function anchorOf(question) {
  return question ? `#${question}` : "";
}

/**
 * This page's path from the site's root.
 * @param {string} root
 * @returns {string} empty where it can't be told
 */
export function pathOf(root) {
  const base = new URL(`${root}/`, location.href).href;
  const path = location.href.startsWith(base) ? location.href.slice(base.length).replace(/[?#].*$/, "") : "";
  return decodeURI(path) || "index.html";
}
