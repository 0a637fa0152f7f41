// "My progress": each lesson, test, scenario and criterion with how far it is.

import { find, findAll, make } from "../page/dom.js";
import { dayInWords } from "../time/days.js";
import { bar } from "./bar.js";
import { answeredOf, criteriaOf, stageOf } from "./completion.js";
import { readMap } from "./course_map.js";

/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("./course_map.js").CourseMap} CourseMap */
/** @typedef {{ stage: string, words: string, more: string }} Told */

/** @param {Player} player */
export function startOverview(player) {
  const map = readMap();
  if (!map) return;
  showOverview(player, map);
  player.store.listen(() => showOverview(player, map));
}

/**
 * @param {Player} player
 * @param {CourseMap} map
 */
function showOverview(player, map) {
  const overall = find("[data-overall]");
  if (!overall) return;
  showBars(player, map, overall);
  for (const lesson of map.lessons) tell(`[data-stop-lesson="${lesson.id}"]`, lessonTold(player, lesson));
  for (const test of map.tests) tell(`[data-stop-test="${test.id}"]`, testTold(player, test));
  for (const one of map.cases) tell(`[data-stop-case="${one.id}"]`, caseTold(player, one));
  const criteria = criteriaOf(player.store.state, map.lessons, map.tests);
  for (const one of criteria) {
    const words = player.say(one.met ? "criterion-met" : "criterion-open");
    const more = one.kind === "lessons" ? player.say("lessons-done", { done: one.done, all: one.all }) : "";
    tell(`[data-criterion="${one.id || "lessons"}"]`, { stage: one.met ? "done" : "new", words, more });
  }
  const complete = find("[data-complete]");
  if (!complete) return;
  complete.hidden = !criteria.every((one) => one.met);
  const link = make("a", "", player.say("to-certificate"));
  link.setAttribute("href", "certificate.html");
  complete.replaceChildren(player.say("complete"), " ", link);
}

/**
 * @param {Player} player
 * @param {CourseMap} map
 * @param {HTMLElement} overall
 */
function showBars({ store, say }, map, overall) {
  const modules = findAll("[data-module-bar]").map((place) => {
    const number = Number(place.dataset["moduleBar"]);
    return { place, lessons: map.lessons.filter((lesson) => lesson.module === number) };
  });
  for (const { place, lessons } of [{ place: overall, lessons: map.lessons }, ...modules]) {
    const done = lessons.filter((lesson) => stageOf(store.state, lesson) === "done").length;
    bar(place, say("lessons-done", { done, all: lessons.length }), done, lessons.length);
    place.hidden = false;
  }
}

/**
 * @param {Player} player
 * @param {import("./completion.js").Lesson} lesson
 * @returns {Told}
 */
function lessonTold({ store, say }, lesson) {
  const stage = stageOf(store.state, lesson);
  const done = answeredOf(store.state, lesson);
  const more = lesson.keys.length > 0 && done > 0 ? say("answered", { done, all: lesson.keys.length }) : "";
  return { stage, words: say(`stage-${stage}`), more };
}

/**
 * @param {Player} player
 * @param {import("./completion.js").Test} test
 * @returns {Told}
 */
function testTold({ store, say, language }, test) {
  const { tries = 0, best = 0, passed = 0 } = store.state.quizzes[test.id] ?? {};
  if (passed > 0) return { stage: "done", words: say("criterion-met"), more: say("test-passed", { best, date: dayInWords(passed, language) }) };
  if (tries === 0) return { stage: "new", words: say("test-new"), more: "" };
  return { stage: "begun", words: say("stage-begun"), more: say("test-open", { best }) };
}

/**
 * @param {Player} player
 * @param {import("./course_map.js").MapCase} one
 * @returns {Told}
 */
function caseTold({ store, say }, one) {
  const { path = [], endings = [] } = store.state.scenarios[one.id] ?? {};
  const stage = endings.length > 0 ? "done" : path.length > 0 ? "begun" : "new";
  const more = endings.length > 0 ? say("endings", { done: Math.min(endings.length, one.endings), all: one.endings }) : "";
  return { stage, words: say(`stage-${stage}`), more };
}

/**
 * @param {string} selector
 * @param {Told} told
 */
function tell(selector, { stage, words, more }) {
  for (const row of findAll(selector)) {
    const place = find("[data-told]", row);
    const sign = make("span", "stage", words);
    sign.dataset["stage"] = stage;
    place?.replaceChildren(sign, ...(more ? [" ", make("span", "stop__more", more)] : []));
  }
}
