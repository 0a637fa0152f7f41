// The case as the page tells it without a player, read as a graph.

import { findAll } from "../page/dom.js";

/** @typedef {import("./graph.js").Graph} Graph */

/**
 * @param {string} start the first scene
 * @param {ParentNode} [root]
 * @returns {Graph}
 */
export function readGraph(start, root = document) {
  const scenes = findAll("[data-scene]", root).map((place) => ({ ...named(place, "scene"), choices: findAll("[data-choice]", place).map(choiceOf) }));
  const endings = findAll("[data-ending]", root).map((place) => named(place, "ending"));
  return { start, scenes: byId(scenes), endings: byId(endings) };
}

/**
 * @param {HTMLElement} place
 * @param {string} kind
 */
function named(place, kind) {
  return { id: place.dataset[kind] ?? "", title: place.dataset["title"] ?? "", place };
}

/** @param {HTMLElement} place */
function choiceOf(place) {
  const { choice = "", goto = "", score = "0", practice = "" } = place.dataset;
  return { id: choice, goto, score: Number(score), practice, place };
}

/**
 * @template {{ id: string }} Thing
 * @param {Thing[]} things
 * @returns {Map<string, Thing>}
 */
function byId(things) {
  return new Map(things.map((one) => [one.id, one]));
}

/**
 * A copy of what stands in a part of the page.
 * @param {string} selector
 * @param {HTMLElement | undefined} root
 * @returns {Node[]}
 */
export function copies(selector, root) {
  const found = root?.querySelector(selector);
  return found ? Array.from(found.childNodes, (node) => node.cloneNode(true)) : [];
}
