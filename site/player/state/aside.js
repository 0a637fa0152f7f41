// Texts kept beside the state: what couldn't be read, and what an import took the place of.

/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem"> & { forgets?: boolean }} Box */

const MOST = 3;

/** The newest three such texts of one course. */
export class Aside {
  /**
   * @param {Box | null} box
   * @param {string} name of the state in the box
   */
  constructor(box, name) {
    this.box = box;
    this.name = name;
  }

  /** @returns {string[]} the newest first */
  all() {
    return this.names().map((name) => this.get(name)).filter((text) => text !== null);
  }

  /**
   * Keeps a text; the oldest of more than three goes, and older ones where there is no room for all.
   * @param {string} text
   * @returns {boolean} whether it is kept
   */
  put(text) {
    const before = this.all();
    if (before[0] === text) return true;
    const kept = [text, ...before.filter((one) => one !== text)].slice(0, MOST);
    for (let count = kept.length; count > 0; count -= 1) if (this.write(kept.slice(0, count))) return true;
    this.write(before);
    return false;
  }

  /**
   * Forgets one text.
   * @param {string} text
   */
  remove(text) {
    this.write(this.all().filter((one) => one !== text));
  }

  /** Forgets all. */
  clear() {
    this.write([]);
  }

  /**
   * @param {string[]} texts
   * @returns {boolean}
   */
  write(texts) {
    try {
      for (const name of this.names()) this.box?.removeItem(name);
      texts.forEach((text, at) => this.box?.setItem(this.names()[at] ?? "", text));
      return this.box !== null;
    } catch {
      return false;
    }
  }

  names() {
    return Array.from({ length: MOST }, (_, at) => `${this.name}.aside.${at + 1}`);
  }

  /**
   * @param {string} name
   * @returns {string | null}
   */
  get(name) {
    try {
      return this.box?.getItem(name) ?? null;
    } catch {
      return null;
    }
  }
}
