// The talk after a case: each choice of the way under the practice it is about, with its grade and what came of it.

import { find, findAll, make } from "../page/dom.js";
import { bestOf, byPractice } from "./graph.js";
import { copies } from "./read.js";
import { filled, said } from "./views.js";

/** @typedef {import("./graph.js").Step} Step */
/** @typedef {import("../page/words.js").Say} Say */

/** A choice of this grade or below is told with the better one. */
const WEAK = 1;

/**
 * @param {Step[]} steps
 * @param {Say} say
 * @returns {HTMLElement}
 */
export function debriefView(steps, say) {
  const points = new Map(findAll("[data-debrief] [data-practice]").map((place) => [place.dataset["practice"] ?? "", place]));
  const groups = byPractice(steps).map(([practice, own]) => groupView(nameOf(practice, own, points, say), points.get(practice), own, say));
  const met = new Set(steps.map((step) => step.choice.practice));
  const others = [...points].filter(([practice]) => !met.has(practice));
  const left = others.map(([practice, place]) => groupView(nameOf(practice, [], points, say), place, [], say));
  return filled("div", "debriefed", [make("h3", "debriefed__title", say("walk-debrief")), ...groups, ...left]);
}

/**
 * What a practice is called, as a link where the page has one.
 * @param {string} practice
 * @param {Step[]} steps
 * @param {Map<string, HTMLElement>} points
 * @param {Say} say
 * @returns {Node[]}
 */
function nameOf(practice, steps, points, say) {
  const link = steps[0] && find(".choice__practice", steps[0].choice.place);
  if (link) {
    const made = link.cloneNode(true);
    if (made instanceof HTMLElement) made.removeAttribute("class");
    return [made];
  }
  const named = copies("dt", points.get(practice));
  return named.length > 0 ? named : [document.createTextNode(say("walk-other"))];
}

/**
 * @param {Node[]} name
 * @param {HTMLElement | undefined} point
 * @param {Step[]} steps
 * @param {Say} say
 * @returns {HTMLElement}
 */
function groupView(name, point, steps, say) {
  const made = filled("div", "debriefed__group", [filled("h4", "debriefed__practice", name)]);
  if (point) made.append(filled("p", "debriefed__point", copies("dd", point)));
  if (steps.length === 0) made.append(make("p", "debriefed__none", say("walk-none")));
  made.append(...steps.map((step) => verdictView(step, say)));
  return made;
}

/**
 * One choice: where, what, how it is graded and why, and the better choice where it was a poor one.
 * @param {Step} step
 * @param {Say} say
 * @returns {HTMLElement}
 */
function verdictView({ scene, choice }, say) {
  const made = filled("div", `verdict verdict--${choice.score}`, [
    make("p", "verdict__scene", scene.title),
    said("verdict__chose", say("walk-chose"), copies(".choice__text", choice.place)),
    filled("p", `verdict__grade grade grade--${choice.score}`, copies(".grade", choice.place)),
    filled("div", "verdict__why", copies(".choice__tells", choice.place)),
  ]);
  const best = bestOf(scene);
  if (choice.score > WEAK || best.score <= choice.score) return made;
  made.append(
    filled("div", "verdict__better", [
      said("verdict__instead", say("walk-better"), copies(".choice__text", best.place)),
      filled("div", "verdict__why", copies(".choice__tells", best.place)),
    ]),
  );
  return made;
}
