// The map of the course, or of one module, that a page carries as data.

import { findAll } from "../page/dom.js";

/** @typedef {import("./completion.js").Lesson & { page: string, title: string, module: number, modulePage: string }} MapLesson */
/** @typedef {import("./completion.js").Test & { page: string, title: string }} MapTest */
/** @typedef {{ id: string, page: string, title: string, endings: number }} MapCase */
/** @typedef {{ whole: boolean, lessons: MapLesson[], tests: MapTest[], cases: MapCase[] }} CourseMap */

/** @returns {CourseMap | null} */
export function readMap() {
  const template = document.querySelector("template[data-map]");
  if (!(template instanceof HTMLTemplateElement)) return null;
  const inside = template.content;
  return {
    whole: template.hasAttribute("data-whole"),
    lessons: findAll("[data-lesson]", inside).map((one) => ({
      id: one.dataset["lesson"] ?? "",
      keys: (one.dataset["keys"] ?? "").split(" ").filter(Boolean),
      module: Number(one.parentElement?.dataset["number"]),
      modulePage: one.parentElement?.dataset["page"] ?? "",
      ...placeOf(one),
    })),
    tests: findAll("[data-test]", inside).map((one) => ({
      id: one.dataset["test"] ?? "",
      pass: Number(one.dataset["pass"]),
      needed: one.hasAttribute("data-needed"),
      ...placeOf(one),
    })),
    cases: findAll("[data-case]", inside).map((one) => ({
      id: one.dataset["case"] ?? "",
      endings: Number(one.dataset["endings"]),
      ...placeOf(one),
    })),
  };
}

/** @param {HTMLElement} one */
function placeOf(one) {
  return { page: one.dataset["page"] ?? "", title: one.textContent ?? "" };
}
