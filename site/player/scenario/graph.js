// A case as a graph of scenes, and the way that a reader has taken through it.

/**
 * @typedef {object} Choice
 * @property {string} id
 * @property {string} goto a scene or an ending
 * @property {number} score 0 harmful to 3 best
 * @property {string} practice the practice it is about, or empty
 * @property {HTMLElement} [place] where the page tells it
 */
/** @typedef {{ id: string, title: string, choices: Choice[], place?: HTMLElement }} Scene */
/** @typedef {{ id: string, title: string, place?: HTMLElement }} Ending */
/** @typedef {{ start: string, scenes: Map<string, Scene>, endings: Map<string, Ending> }} Graph */
/** @typedef {{ scene: Scene, choice: Choice }} Step */
/** @typedef {{ steps: Step[], scene: Scene | null, ending: Ending | null }} Way  where it has come to: a scene or an ending */

/**
 * The way that choices lead, as far as the case has them.
 * @param {Graph} graph
 * @param {string[]} path ids of choices
 * @returns {Way}
 */
export function wayOf(graph, path) {
  /** @type {Step[]} */
  const steps = [];
  let here = graph.start;
  for (const id of path) {
    const scene = graph.scenes.get(here);
    const choice = scene?.choices.find((one) => one.id === id);
    if (!scene || !choice) break;
    steps.push({ scene, choice });
    here = choice.goto;
  }
  return { steps, scene: graph.scenes.get(here) ?? null, ending: graph.endings.get(here) ?? null };
}

/**
 * The best choice of a scene; the first of equals.
 * @param {Scene} scene
 * @returns {Choice}
 */
export function bestOf(scene) {
  return scene.choices.reduce((best, one) => (one.score > best.score ? one : best), scene.choices[0] ?? nothing());
}

/** @returns {Choice} */
function nothing() {
  return { id: "", goto: "", score: 0, practice: "" };
}

/**
 * The steps by the practice they are about, in the order of the first step of each; those about none come last.
 * @param {Step[]} steps
 * @returns {[practice: string, steps: Step[]][]}
 */
export function byPractice(steps) {
  /** @type {Map<string, Step[]>} */
  const found = new Map();
  for (const step of steps) found.set(step.choice.practice, [...(found.get(step.choice.practice) ?? []), step]);
  return [...found].sort(([one], [other]) => Number(!one) - Number(!other));
}
