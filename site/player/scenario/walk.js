// A case a scene at a time: decide, see what happens, go on; the talk about the choices comes at the end.

import { find, findAll, make } from "../page/dom.js";
import { debriefView } from "./debrief.js";
import { wayOf } from "./graph.js";
import { readGraph } from "./read.js";
import { button, filled, goTo, reached, sceneView, toldView, wayView } from "./views.js";

/** @typedef {import("./graph.js").Graph} Graph */
/** @typedef {import("./graph.js").Way} Way */
/** @typedef {import("./graph.js").Step} Step */
/** @typedef {import("./graph.js").Ending} Ending */

/** @param {import("../player.js").Player} player */
export function startScenario({ store, say }) {
  const root = find("[data-scenario]");
  if (!root) return;
  const graph = readGraph(root.dataset["start"] ?? "");
  if (!graph.scenes.has(graph.start)) return;
  for (const place of findAll("[data-scene], [data-ending], [data-debrief]")) putAway(place);
  for (const place of findAll("[data-with-player]")) place.hidden = false;
  for (const place of findAll("[data-without-player]")) place.hidden = true;
  new Walk(root, graph, store, say).start();
}

/**
 * Takes a part of the page and its heading off the screen; on paper they stay.
 * @param {HTMLElement} place
 */
function putAway(place) {
  const part = place.parentElement;
  const title = part?.previousElementSibling;
  part?.classList.add("walked");
  if (title?.tagName === "H2") title.classList.add("walked");
}

/** One reader on the way through one case. */
class Walk {
  /**
   * @param {HTMLElement} root
   * @param {Graph} graph
   * @param {import("../state/store.js").Store} store
   * @param {import("../page/words.js").Say} say
   */
  constructor(root, graph, store, say) {
    this.root = root;
    this.graph = graph;
    this.store = store;
    this.say = say;
    this.id = root.dataset["scenario"] ?? "";
    this.key = Number(root.dataset["key"]);
    /** @type {string[]} ids of the choices made */
    this.path = [];
    this.body = make("div", "walk__body");
    this.status = make("p", "walk__status");
    this.status.id = "walk--status";
    this.status.setAttribute("role", "status");
    this.buttons = make("div", "walk__buttons");
  }

  start() {
    const kept = this.store.state.scenarios[this.id];
    const changed = kept !== undefined && kept.key !== this.key;
    const way = wayOf(this.graph, kept && !changed ? kept.path : []);
    this.path = way.steps.map((step) => step.choice.id);
    if (changed) this.keep();
    const note = changed && kept.path.length > 0 ? [make("p", "walk__note", this.say("walk-changed"))] : [];
    this.root.classList.add("walk");
    this.root.append(...note, this.body, this.status, this.buttons);
    this.root.addEventListener("click", (event) => this.clicked(event));
    this.root.addEventListener("submit", (event) => this.decided(event));
    const last = way.steps.at(-1);
    if (last && !(way.ending && this.seen().includes(way.ending.id))) this.showTold(way, last);
    else this.show(way);
  }

  /** @returns {Way} */
  way() {
    return wayOf(this.graph, this.path);
  }

  /** @returns {string[]} endings of this case that were ever reached */
  seen() {
    return (this.store.state.scenarios[this.id]?.endings ?? []).filter((id) => this.graph.endings.has(id));
  }

  /** @param {string} [ending] an ending that was reached now */
  keep(ending) {
    this.store.change((state) => {
      const endings = new Set(state.scenarios[this.id]?.endings ?? []);
      if (ending) endings.add(ending);
      state.scenarios[this.id] = { key: this.key, path: [...this.path], endings: [...endings] };
    });
  }

  /** @param {Event} event */
  decided(event) {
    event.preventDefault();
    const chosen = find("input:checked", this.body);
    if (!(chosen instanceof HTMLInputElement)) {
      this.status.textContent = this.say("walk-choose", { button: this.say("walk-decide") });
      find("input", this.body)?.focus();
      return;
    }
    this.path.push(chosen.value);
    this.keep();
    const way = this.way();
    const last = way.steps.at(-1);
    if (last) this.showTold(way, last);
    goTo(this.body, "h3");
  }

  /** @param {Event} event */
  clicked(event) {
    const pressed = event.target instanceof Element ? event.target.closest("[data-walk]") : null;
    const name = pressed instanceof HTMLElement ? pressed.dataset["walk"] : "";
    if (!name) return;
    if (name === "back") this.path.pop();
    if (name === "restart") this.path = [];
    const way = this.way();
    this.keep(way.ending?.id);
    this.show(way);
    goTo(this.body, "h2");
  }

  /**
   * The scene or the ending that the way has come to.
   * @param {Way} way
   */
  show(way) {
    if (way.ending) this.showEnding(way, way.ending);
    else if (way.scene) {
      this.fill(this.say("walk-scene", { number: way.steps.length + 1 }), way.scene.title, [sceneView(way.scene, this.say)], way);
    }
  }

  /**
   * What the last choice brings, before the way goes on.
   * @param {Way} way
   * @param {Step} step
   */
  showTold(way, step) {
    const before = { steps: way.steps.slice(0, -1), scene: step.scene, ending: null };
    this.fill(this.say("walk-scene", { number: way.steps.length }), step.scene.title, toldView(step, this.say), before);
  }

  /**
   * @param {Way} way
   * @param {Ending} ending
   */
  showEnding(way, ending) {
    const seen = this.seen().length;
    const all = this.graph.endings.size;
    const place = ending.place;
    const card = filled("div", place?.className ?? "", place ? Array.from(place.childNodes, (node) => node.cloneNode(true)) : []);
    find(".ending__again", card)?.remove();
    const count = make("p", "walk__seen", `${this.say("walk-seen", { seen, all })}${seen === all ? ` ${this.say("walk-all-seen")}` : ""}`);
    this.fill(this.say("walk-ended"), ending.title, [card, count, debriefView(way.steps, this.say)], way);
  }

  /**
   * @param {string} eyebrow
   * @param {string} title
   * @param {HTMLElement[]} parts
   * @param {Way} way what stands as the way so far
   */
  fill(eyebrow, title, parts, way) {
    const back = button("back", this.say("walk-back"));
    const again = way.ending ? [button("restart", this.say("walk-another"), "button"), back] : [back, button("restart", this.say("walk-restart"))];
    const steps = way.steps.length > 0 ? [wayView(way, this.say)] : [];
    this.status.textContent = "";
    this.root.toggleAttribute("data-ended", way.ending !== null);
    this.body.replaceChildren(make("p", "walk__eyebrow", eyebrow), reached("h2", title, "walk__title"), ...parts);
    this.buttons.replaceChildren(...(this.path.length > 0 ? again : []), ...steps);
  }
}
