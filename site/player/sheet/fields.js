// What stands in the fields of a sheet, read and written.

import { findAll } from "../page/dom.js";

/** @typedef {import("../state/state.js").State} State */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

/**
 * @param {unknown} one
 * @returns {one is Control}
 */
export function isControl(one) {
  return one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement;
}

/**
 * Whether a control is ticked on or off.
 * @param {Control} control
 * @returns {control is HTMLInputElement}
 */
export function isTick(control) {
  return control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");
}

/**
 * What a control says, to be kept; nothing for a radio button that isn't chosen.
 * @param {Control} control
 * @returns {string | null}
 */
export function readControl(control) {
  if (!isTick(control)) return control.value;
  if (control.type === "radio") return control.checked ? control.value : null;
  return control.checked ? "1" : "";
}

/**
 * @param {Control} control
 * @param {string} text
 */
export function writeControl(control, text) {
  if (isTick(control)) control.checked = control.type === "radio" ? control.value === text : text === "1";
  else if (control.value !== text) control.value = text;
}

/** @typedef {"cue" | "act" | "partner" | "date" | "kept"} PlanPart */
/** @type {PlanPart[]} */
export const PLAN_PARTS = ["cue", "act", "partner", "date", "kept"];

/**
 * Keeps what a control says: as a text, or as a part of a plan.
 * @param {State} state
 * @param {Control} control
 */
export function keepControl(state, control) {
  const said = readControl(control);
  const name = control.dataset["text"];
  if (said === null) return;
  if (name !== undefined) {
    if (said) state.texts[name] = said;
    else delete state.texts[name];
    return;
  }
  const plan = planOf(control);
  const part = PLAN_PARTS.find((one) => one === control.dataset["planPart"]);
  if (plan && part) keepPlan(state, plan, { [part]: said });
}

/**
 * What is kept for a control.
 * @param {State} state
 * @param {Control} control
 * @returns {string}
 */
export function keptFor(state, control) {
  const name = control.dataset["text"];
  if (name !== undefined) return state.texts[name] ?? "";
  const part = PLAN_PARTS.find((one) => one === control.dataset["planPart"]);
  return (part && state.plans[planOf(control)]?.[part]) ?? "";
}

/** @param {Control} control */
function planOf(control) {
  const plan = control.closest("[data-plan]");
  return plan instanceof HTMLElement ? (plan.dataset["plan"] ?? "") : "";
}

/**
 * Changes parts of a plan; one of which nothing is left goes.
 * @param {State} state
 * @param {string} id
 * @param {Partial<import("../state/state.js").PlanRun>} parts
 */
export function keepPlan(state, id, parts) {
  const plan = { ...(state.plans[id] ?? { cue: "", act: "", partner: "", date: "", kept: "" }), ...parts };
  // A year of five digits is no date that the state can hold.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(plan.date)) plan.date = "";
  if (plan.cue.trim() || plan.act.trim() || plan.partner.trim() || plan.date) state.plans[id] = plan;
  else delete state.plans[id];
}

/**
 * What stands in the fields of a plan.
 * @param {HTMLElement} root
 * @returns {{ cue: string, act: string, partner: string, date: string }}
 */
export function saidIn(root) {
  const parts = { cue: "", act: "", partner: "", date: "" };
  for (const control of findAll("[data-plan-part]", root)) {
    const name = control.dataset["planPart"];
    if (isControl(control) && (name === "cue" || name === "act" || name === "partner" || name === "date")) parts[name] = control.value;
  }
  return parts;
}
