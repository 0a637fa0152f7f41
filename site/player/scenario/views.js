// What stands on the page at each point of a way: a scene that asks, what a choice brings, the way so far.

import { find, make } from "../page/dom.js";
import { copies } from "./read.js";

/** @typedef {import("./graph.js").Scene} Scene */
/** @typedef {import("./graph.js").Step} Step */
/** @typedef {import("./graph.js").Way} Way */
/** @typedef {import("../page/words.js").Say} Say */

/**
 * @param {string} tag
 * @param {string} className
 * @param {(Node | string)[]} inside
 * @returns {HTMLElement}
 */
export function filled(tag, className, inside) {
  const made = make(tag, className);
  made.append(...inside);
  return made;
}

/**
 * A heading that can take the focus.
 * @param {string} tag
 * @param {string} words
 * @param {string} [className]
 * @returns {HTMLElement}
 */
export function reached(tag, words, className = "") {
  const made = make(tag, className, words);
  made.tabIndex = -1;
  return made;
}

/**
 * @param {string} name what it does, for the walk
 * @param {string} words
 * @param {string} [className]
 * @returns {HTMLElement}
 */
export function button(name, words, className = "button button--quiet") {
  const made = make("button", className, words);
  made.setAttribute("type", "button");
  made.dataset["walk"] = name;
  return made;
}

/**
 * A label and what it is about, in one paragraph.
 * @param {string} className
 * @param {string} label
 * @param {Node[]} about
 * @returns {HTMLElement}
 */
export function said(className, label, about) {
  return filled("p", className, [filled("b", "", [`${label}:`]), " ", ...about]);
}

/**
 * A scene: its text, and the choices as one group of radio buttons.
 * @param {Scene} scene
 * @param {Say} say
 * @returns {HTMLElement}
 */
export function sceneView(scene, say) {
  const form = make("form", "walk__scene");
  form.setAttribute("novalidate", "");
  const options = scene.choices.map((choice, at) => {
    const input = make("input", "option__input");
    input.id = `walk--choice-${at}`;
    for (const [name, value] of Object.entries({ type: "radio", name: "walk-choice", value: choice.id })) input.setAttribute(name, value);
    const label = filled("label", "option__label", copies(".choice__text", choice.place));
    label.setAttribute("for", input.id);
    return filled("li", "option", [input, label]);
  });
  const group = filled("fieldset", "item__field", [make("legend", "item__legend label", say("walk-ask")), filled("ul", "plain options", options)]);
  group.setAttribute("aria-describedby", "walk--status");
  const decide = make("button", "button", say("walk-decide"));
  decide.setAttribute("type", "submit");
  form.append(filled("div", "scene__text", copies(".scene__text", scene.place)), group, filled("p", "walk__decide", [decide]));
  return form;
}

/**
 * What was chosen and what it brings, under a heading that takes the focus.
 * @param {Step} step
 * @param {Say} say
 * @returns {HTMLElement[]}
 */
export function toldView({ choice }, say) {
  return [
    said("walk__chose", say("walk-chose"), copies(".choice__text", choice.place)),
    filled("div", "walk__told", [reached("h3", say("walk-happens"), "walk__happens"), ...copies(".choice__tells", choice.place)]),
    filled("p", "walk__decide", [button("on", say("walk-on"), "button")]),
  ];
}

/**
 * The steps as a list, with the place where the reader is at its end.
 * @param {Way} way
 * @param {Say} say
 * @returns {HTMLElement}
 */
export function wayView({ steps, scene, ending }, say) {
  const items = steps.map((step) =>
    filled("li", "", [filled("span", "way__scene", [step.scene.title, ":"]), " ", filled("span", "way__choice", copies(".choice__text", step.choice.place))]),
  );
  const here = filled("li", "way__here", [filled("span", "way__scene", [(scene ?? ending)?.title ?? ""]), " ", make("span", "way__sign", say("walk-here"))]);
  here.setAttribute("aria-current", "step");
  const title = make("p", "label", say("walk-way"));
  title.id = "walk--way";
  const section = filled("section", "way", [title, filled("ol", "way__steps", [...items, here])]);
  section.setAttribute("aria-labelledby", title.id);
  return section;
}

/**
 * Moves the focus to the heading that was reached.
 * @param {HTMLElement} root
 * @param {string} selector
 */
export function goTo(root, selector) {
  find(selector, root)?.focus();
}
