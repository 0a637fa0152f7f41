// Progress in words: which lessons are done, open or begun, wherever the page names them. A lesson is done when it was
// opened and each question of its checks has an answer.

import { find, findAll, make } from "../page/dom.js";
import { dayOf } from "../time/days.js";
import { bar } from "./bar.js";
import { answeredOf, stageOf } from "./completion.js";
import { readMap } from "./course_map.js";
import { offerToGoOn, pathOf, rememberVisit } from "./visit.js";

/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("./course_map.js").CourseMap} CourseMap */
/** @typedef {import("./course_map.js").MapLesson} MapLesson */

/** @param {Player} player */
export function startProgress(player) {
  const map = readMap();
  rememberVisit(player);
  const here = map?.lessons.find((lesson) => lesson.page === pathOf(player.root));
  const told = here && find(".page--lesson") ? lessonFoot() : null;
  const was = here ? stageOf(player.store.state, here) : "new";
  if (here) open(player, here);
  if (told && was === "again") told.textContent = player.say("lesson-again");
  const show = () => {
    showCounts(player);
    if (!map) return;
    keepDone(player, map);
    showStages(player, map);
    showModules(player, map);
    offerToGoOn(player, map);
    if (told && here && stageOf(player.store.state, here) === "done") told.textContent = player.say("lesson-done");
  };
  show();
  player.store.listen(show);
}

/**
 * @param {Player} player
 * @param {MapLesson} lesson
 */
function open({ store }, lesson) {
  if (store.state.lessons[lesson.id]?.opened) return;
  store.change((state) => {
    state.lessons[lesson.id] = { done: 0, ...state.lessons[lesson.id], opened: dayOf() };
  });
}

/**
 * Keeps the day of each lesson that has just been done; a lesson done again keeps its first.
 * @param {Player} player
 * @param {CourseMap} map
 */
function keepDone({ store }, map) {
  const done = map.lessons.filter((one) => stageOf(store.state, one) === "done" && !store.state.lessons[one.id]?.done);
  if (done.length === 0) return;
  store.change((state) => {
    for (const { id } of done) state.lessons[id] = { opened: state.lessons[id]?.opened || dayOf(), done: dayOf() };
  });
}

/** The place, at a lesson's end, where the page says that it is done. */
function lessonFoot() {
  const foot = make("p", "lesson-told");
  find(".page")?.append(foot);
  return foot;
}

/**
 * How many of the questions that an element names have been answered.
 * @param {Player} player
 */
function showCounts({ store, say }) {
  for (const place of findAll("[data-progress]")) {
    const keys = (place.dataset["progress"] ?? "").split(" ").filter(Boolean);
    const done = keys.filter((key) => store.state.answers[key]).length;
    const words = find("[data-progress-words]", place) ?? place;
    if (keys.length === 0 || (done === 0 && !words.hasAttribute("data-told"))) continue;
    words.setAttribute("data-told", "");
    words.textContent = say("answered", { done, all: keys.length });
    words.toggleAttribute("data-all-done", done === keys.length);
    if (done === keys.length) words.textContent += ` · ${say("done")}`;
    place.removeAttribute("hidden");
  }
}

/**
 * Says, in the navigation and in lists of lessons, how far each lesson is; the words belong to the link's name.
 * @param {Player} player
 * @param {CourseMap} map
 */
function showStages({ store, say, root }, map) {
  const links = [...findAll(".md-nav--primary a[href]"), ...findAll(".lessons .lesson__title a[href]")];
  for (const lesson of map.lessons) {
    const address = new URL(`${root}/${lesson.page}`, location.href).href;
    const stage = stageOf(store.state, lesson);
    for (const link of links) {
      if (!(link instanceof HTMLAnchorElement) || link.href.replace(/#.*$/, "") !== address) continue;
      const short = link.classList.contains("md-nav__link") && stage === "again";
      tell(link, stage, say(short ? "stage-again-short" : `stage-${stage}`));
    }
  }
}

/**
 * @param {HTMLElement} link
 * @param {string} stage
 * @param {string} words
 */
function tell(link, stage, words) {
  const known = find(".stage", link);
  const place = known ?? make("span", "stage");
  place.dataset["stage"] = stage;
  if (place.textContent !== words) place.textContent = words;
  if (!known) link.append(" ", place);
}

/**
 * On the start page: how many lessons of each module are done, in words and as a bar.
 * @param {Player} player
 * @param {CourseMap} map
 */
function showModules({ store, say, root }, map) {
  if (!map.whole) return;
  for (const card of findAll(".module")) {
    const link = card.querySelector("a.module__link");
    const page = link instanceof HTMLAnchorElement ? link.href : "";
    const lessons = map.lessons.filter((one) => new URL(`${root}/${one.modulePage}`, location.href).href === page);
    const begun = lessons.some((one) => stageOf(store.state, one) !== "new" || answeredOf(store.state, one) > 0);
    if (lessons.length === 0 || (!begun && !find(".bar", card))) continue;
    const done = lessons.filter((one) => stageOf(store.state, one) === "done").length;
    bar(find(".module__body", card) ?? card, say("lessons-done", { done, all: lessons.length }), done, lessons.length);
  }
}
