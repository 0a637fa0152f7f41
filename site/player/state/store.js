// The learner's state in one storage. Every change is made on the newest state, so two tabs lose nothing; a storage that
// is blocked, full or broken never breaks a page, and what can't be read is kept aside.

import { dayOf } from "../days.js";
import { decode, encode } from "./codec.js";
import { emptyState } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./codec.js").Fault} Fault */
/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem"> & { forgets?: boolean }} Box */

const ASIDE = 3;

/** One course's state. */
export class Store {
  /**
   * @param {Box | null} box
   * @param {string} course the course's id
   */
  constructor(box, course) {
    this.box = box;
    this.course = course;
    this.name = `course.${course}`;
    /** Whether changes are kept: not where storage is blocked or full. */
    this.keeps = box !== null && !box.forgets;
    /** @type {Fault | "repaired"} what was wrong with the state found at the start */
    this.fault = "";
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    /** @type {string | null} */
    this.text = null;
    this.state = emptyState();
    this.start();
  }

  start() {
    const found = this.raw() ?? this.rawOfFirst();
    const read = decode(found, this.course);
    this.state = read.state;
    this.text = found;
    if (read.fault && read.fault !== "none") this.fault = read.fault;
    if (read.lost.length > 0) this.fault = "repaired";
    if (found !== null && this.fault) this.putAside(found);
    this.state.seed ||= crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
    this.state.since ||= dayOf();
  }

  /**
   * Changes the newest state in place, keeps it and tells the listeners.
   * @param {(state: State) => void} change
   */
  change(change) {
    this.refresh();
    change(this.state);
    this.write();
    for (const listener of this.listeners) listener();
  }

  /**
   * Calls `listener` after every change, also one made in another tab.
   * @param {() => void} listener
   */
  listen(listener) {
    this.listeners.add(listener);
  }

  /** What another tab wrote becomes the state. */
  changedElsewhere() {
    if (this.refresh()) for (const listener of this.listeners) listener();
  }

  /**
   * Reads what is kept, if another tab changed it. Where nothing is kept the state in memory stays.
   * @returns {boolean} whether the state is another one now
   */
  refresh() {
    const found = this.raw();
    if (found === null || found === this.text) return false;
    const read = decode(found, this.course);
    if (read.fault) return false;
    const { seed, since } = this.state;
    this.state = read.state;
    this.state.seed ||= seed;
    this.state.since ||= since;
    this.text = found;
    return true;
  }

  write() {
    const text = encode(this.state, this.course);
    try {
      this.box?.setItem(this.name, text);
      this.text = text;
      this.keeps = this.box !== null && !this.box.forgets;
    } catch {
      this.keeps = false;
    }
  }

  /**
   * The whole state as text, to be kept elsewhere.
   * @returns {string}
   */
  export() {
    this.refresh();
    return encode(this.state, this.course);
  }

  /**
   * Puts an exported state in the place of this one, which is kept aside; changes nothing where the text has a fault.
   * @param {string} text
   * @returns {Fault}
   */
  import(text) {
    const read = decode(text, this.course);
    if (read.fault) return read.fault;
    if (read.lost.length > 0) return "damaged";
    this.putAside(this.export());
    this.state = read.state;
    this.state.seed ||= 1;
    this.write();
    for (const listener of this.listeners) listener();
    return "";
  }

  /** Forgets everything, also what was kept aside. */
  clear() {
    const { seed } = this.state;
    this.state = emptyState();
    this.state.seed = seed;
    this.state.since = dayOf();
    for (let at = 1; at <= ASIDE; at += 1) this.remove(`${this.name}.aside.${at}`);
    this.remove(`${this.name}.1`);
    this.write();
    for (const listener of this.listeners) listener();
  }

  /**
   * Texts kept aside because they couldn't be read, or because an import took their place; the newest first.
   * @returns {string[]}
   */
  aside() {
    return Array.from({ length: ASIDE }, (_, at) => this.raw(`.aside.${at + 1}`)).filter((text) => text !== null);
  }

  /**
   * The newest comes first; the oldest of more than ASIDE goes.
   * @param {string} text
   */
  putAside(text) {
    const kept = [text, ...this.aside().filter((one) => one !== text)].slice(0, ASIDE);
    try {
      kept.forEach((one, at) => this.box?.setItem(`${this.name}.aside.${at + 1}`, one));
    } catch {
      this.keeps = false;
    }
  }

  /**
   * @param {string} [ending]
   * @returns {string | null}
   */
  raw(ending = "") {
    try {
      return this.box?.getItem(this.name + ending) ?? null;
    } catch {
      this.keeps = false;
      return null;
    }
  }

  /** @returns {string | null} the state that the first version of the format kept under a name of its own */
  rawOfFirst() {
    return this.raw(".1");
  }

  /** @param {string} name */
  remove(name) {
    try {
      this.box?.removeItem(name);
    } catch {
      this.keeps = false;
    }
  }
}
