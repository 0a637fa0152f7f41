// The learner's state in one storage. Every change is made on the newest state, so two tabs lose nothing; a storage that
// is blocked, full or broken never breaks a page, and what can't be read is kept aside.

import { dayOf } from "../time/days.js";
import { Aside } from "./aside.js";
import { decode, encode } from "./codec.js";
import { putBack } from "./merge.js";
import { emptyState } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./codec.js").Fault} Fault */
/** @typedef {import("./aside.js").Box} Box */

/** So many milliseconds after a change, another tab may still write what it read before. */
const AT_ONCE = 2000;

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
    this.asides = new Aside(box, this.name);
    /** Whether changes are kept: not where storage is blocked or full. */
    this.keeps = box !== null && !box.forgets;
    /** Whether the storage itself refuses: then `keeps` can't come back on this page. */
    this.blocked = !this.keeps;
    /** @type {Fault | "repaired"} what was wrong with the state that was found */
    this.fault = "";
    /** Set where another tab of a newer version has written: this page must not write over it. */
    this.overtaken = false;
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    /** @type {string | null} what is in the storage, as far as this page knows */
    this.text = null;
    /** @type {{ before: string | null, moment: number }} the last change: what the storage held before it */
    this.changed = { before: null, moment: 0 };
    this.state = emptyState();
    this.start();
  }

  start() {
    const found = this.raw() ?? this.raw(".1");
    const read = decode(found, this.course);
    this.state = read.state;
    this.text = found;
    if (read.fault !== "none") this.fault = read.lost.length > 0 ? "repaired" : read.fault;
    if (found !== null && this.fault) this.setAside(found);
    this.state.seed ||= drawn();
    this.state.since ||= dayOf();
  }

  /**
   * What can't be read goes aside: as a copy, or where there is no room for one, out of its place.
   * @param {string} found
   */
  setAside(found) {
    if (this.asides.put(found)) return;
    this.remove(this.name);
    if (!this.asides.put(found)) this.put(found);
  }

  /**
   * Changes the newest state in place, keeps it and tells the listeners.
   * @param {(state: State) => void} change
   */
  change(change) {
    this.refresh();
    const before = this.text;
    change(this.state);
    this.write();
    this.changed = { before, moment: Date.now() };
    this.tell();
  }

  /**
   * Calls `listener` after every change, also one made in another tab.
   * @param {() => void} listener
   */
  listen(listener) {
    this.listeners.add(listener);
  }

  tell() {
    for (const listener of this.listeners) listener();
  }

  /** What another tab wrote becomes the state, with what that tab wrote over in the same moment. */
  changedElsewhere() {
    const mine = this.state;
    const { before, moment } = this.changed;
    if (!this.refresh()) return;
    const elapsed = Date.now() - moment;
    if (!this.overtaken && elapsed >= 0 && elapsed < AT_ONCE) {
      if (putBack(decode(before, this.course).state, mine, this.state)) this.write();
    }
    this.tell();
  }

  /**
   * Reads what is kept, if another tab changed it. Where nothing is kept the state in memory stays.
   * @returns {boolean} whether anything is another now
   */
  refresh() {
    const found = this.raw();
    if (found === null || found === this.text) return false;
    const read = decode(found, this.course);
    this.text = found;
    if (read.fault === "newer") {
      this.fault = "newer";
      this.overtaken = true;
      this.keeps = false;
      return true;
    }
    if (read.fault || read.lost.length > 0) this.asides.put(found);
    if (read.fault) return false;
    const { seed, since } = this.state;
    this.state = read.state;
    this.state.seed ||= seed;
    this.state.since ||= since;
    return true;
  }

  write() {
    if (this.overtaken) return;
    this.keeps = this.put(encode(this.state, this.course)) && !this.blocked;
  }

  /**
   * @param {string} text
   * @returns {boolean} whether the storage took it
   */
  put(text) {
    try {
      this.box?.setItem(this.name, text);
      this.text = text;
      return this.box !== null;
    } catch {
      return false;
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
    const now = this.export();
    const kept = this.asides.put(now);
    if (!kept && !this.blocked) return "no-room";
    this.replace(read.state);
    return "";
  }

  /** Forgets everything, also what was kept aside. */
  clear() {
    this.asides.clear();
    this.remove(`${this.name}.1`);
    this.replace(emptyState());
    this.fault = "";
  }

  /**
   * @param {State} state
   */
  replace(state) {
    const { seed } = this.state;
    this.state = state;
    this.state.seed ||= seed;
    this.state.since ||= dayOf();
    this.changed = { before: null, moment: 0 };
    this.overtaken = false;
    this.write();
    this.tell();
  }

  /**
   * Texts kept aside because they couldn't be read, or because an import took their place; the newest first.
   * @returns {string[]}
   */
  aside() {
    return this.asides.all();
  }

  /**
   * @param {string} [ending]
   * @returns {string | null}
   */
  raw(ending = "") {
    try {
      return this.box?.getItem(this.name + ending) ?? null;
    } catch {
      this.blocked = true;
      this.keeps = false;
      return null;
    }
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

/** @returns {number} a seed: not 0 */
function drawn() {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) || 1;
}
