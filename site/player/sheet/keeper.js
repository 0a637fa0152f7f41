// Keeps what is typed, as it is typed: after a pause, when a field is left, and when the page goes.

import { isControl, keepControl, keptFor, writeControl } from "./fields.js";

/** @typedef {import("./fields.js").Control} Control */
/** @typedef {import("../state/state.js").State} State */

const PAUSE = 400;

/** The controls of one form, and what is kept of them. */
export class Keeper {
  /**
   * @param {HTMLElement} root
   * @param {import("../state/store.js").Store} store
   * @param {(control: Control, state: State) => void} [beside] what is kept beside a control
   */
  constructor(root, store, beside) {
    this.root = root;
    this.store = store;
    this.beside = beside;
    /** @type {Set<Control>} changed, not yet kept */
    this.open = new Set();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** Whether nothing is to be kept for now. */
    this.paused = false;
    /** Called after something was kept. */
    this.told = () => {};
  }

  start() {
    this.root.addEventListener("input", (event) => this.changed(event.target, false));
    this.root.addEventListener("change", (event) => this.changed(event.target, true));
    window.addEventListener("pagehide", () => this.keep());
    document.addEventListener("visibilitychange", () => document.hidden && this.keep());
  }

  /** @returns {Control[]} */
  controls() {
    return Array.from(this.root.querySelectorAll("[data-text], [data-plan-part]")).filter(isControl);
  }

  /** Shows what is kept, but for what is being changed. */
  show() {
    for (const control of this.controls()) if (!this.open.has(control)) writeControl(control, keptFor(this.store.state, control));
  }

  /**
   * @param {EventTarget | null} target
   * @param {boolean} now
   */
  changed(target, now) {
    if (this.paused || !isControl(target) || !target.matches("[data-text], [data-plan-part]")) return;
    if (now && !this.open.has(target) && target.value === keptFor(this.store.state, target)) return;
    this.open.add(target);
    clearTimeout(this.timer);
    if (now) this.keep();
    else this.timer = setTimeout(() => this.keep(), PAUSE);
  }

  keep() {
    clearTimeout(this.timer);
    if (this.open.size === 0) return;
    const open = [...this.open];
    this.open.clear();
    this.store.change((state) => {
      for (const control of open) {
        keepControl(state, control);
        this.beside?.(control, state);
      }
    });
    this.told();
  }
}
