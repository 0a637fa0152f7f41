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

/** @typedef {{ before: string | null, after: string | null, moment: number }} Change what the storage held before and after it */

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
    /** @type {Change[]} this tab's own of the last moment, in their order */
    this.changes = [];
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
    this.adopt();
    const before = this.text;
    change(this.state);
    this.write();
    this.changes = [...this.changes.filter(isNew), { before, after: this.text, moment: Date.now() }];
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

  /** Takes over what another tab wrote. */
  changedElsewhere() {
    if (this.adopt()) this.tell();
  }

  /**
   * What another tab wrote becomes the state, with all of this tab's changes that it wrote over a moment ago.
   * @returns {boolean} whether anything is another now
   */
  adopt() {
    if (!this.refresh()) return false;
    if (!this.overtaken && this.changes.filter(isNew).map((one) => this.again(one)).includes(true)) this.write();
    return true;
  }

  /**
   * @param {Change} change
   * @returns {boolean} whether it had been written over
   */
  again({ before, after }) {
    return putBack(decode(before, this.course).state, decode(after, this.course).state, this.state);
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
    this.adopt();
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
    this.changes = [];
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

/**
 * @param {Change} change
 * @returns {boolean} whether another tab may still write what it read before this change
 */
function isNew({ moment }) {
  const elapsed = Date.now() - moment;
  return elapsed >= 0 && elapsed < AT_ONCE;
}

/** @returns {number} a seed: not 0 */
function drawn() {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) || 1;
}
