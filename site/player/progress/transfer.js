// The learner's answers as a file: saved, brought in, brought back, cleared.

import { find, findAll, make } from "../page/dom.js";
import { sayCount } from "../page/count.js";
import { saveFile } from "../page/files.js";
import { decode, VERSION } from "../state/codec.js";
import { parsed } from "../state/values.js";
import { dayOf, isoOf } from "../time/days.js";

/** @typedef {import("../player.js").Player} Player */

const FORMAT = "course-progress";
const TYPE = "application/json";
/** No file of ours is bigger, in bytes. */
const BIGGEST = 4_000_000;

/** @param {Player} player */
export function startTransfer(player) {
  const place = find("[data-transfer]");
  if (place) new Transfer(place, player).start();
}

/** The part of "My progress" that is about the answers themselves. */
class Transfer {
  /**
   * @param {HTMLElement} place
   * @param {Player} player
   */
  constructor(place, player) {
    const { store, say } = player;
    this.player = player;
    this.place = place;
    this.store = store;
    this.say = say;
    this.told = find("[data-transfer-told]", place);
    this.file = find("input[type=file]", place);
  }

  start() {
    for (const part of findAll("[data-transfer] [data-with-player], [data-clear]")) part.hidden = false;
    find("[data-do=export]", this.place)?.addEventListener("click", () => this.export());
    this.file?.addEventListener("change", () => this.chosen());
    startClear(this.store, this.say);
    this.store.listen(() => this.show());
    this.show();
  }

  show() {
    const { keeps, blocked } = this.store;
    const state = find("[data-kept-state]");
    if (state) state.textContent = this.say(keeps ? "state-kept" : blocked ? "state-blocked" : "state-full");
    this.showAsides();
  }

  /** @param {string} words */
  tell(words) {
    if (this.told) this.told.textContent = words;
  }

  export() {
    const { version = "", title = "" } = this.place.dataset;
    const name = this.nameOf("");
    const state = JSON.parse(this.store.export());
    const { course } = this.store;
    saveFile(name, TYPE, JSON.stringify({ format: FORMAT, version: VERSION, course, courseVersion: version, title, state }));
    this.tell(this.say("export-done", { name }));
  }

  /** @param {string} ending */
  nameOf(ending) {
    return `${this.store.course}-${isoOf(dayOf())}${ending}.json`;
  }

  async chosen() {
    if (!(this.file instanceof HTMLInputElement)) return;
    const [file] = Array.from(this.file.files ?? []);
    if (!file) return;
    const text = file.size > BIGGEST ? null : await file.text().catch(() => "");
    this.file.value = "";
    const { fault, title } = text === null ? { fault: "too-big", title: "" } : this.take(text);
    this.tell(this.say(fault ? `import-${fault}` : "import-done", { title }));
  }

  /**
   * @param {string} text of the file
   * @returns {{ fault: string, title: string }}
   */
  take(text) {
    const data = parsed(text);
    if (!data || data["format"] !== FORMAT || typeof data["version"] !== "number") return { fault: "damaged", title: "" };
    const title = typeof data["title"] === "string" ? data["title"].slice(0, 200) : "";
    if (data["version"] > VERSION) return { fault: "newer", title };
    const fault = this.store.import(JSON.stringify(data["state"] ?? ""));
    return { fault: fault === "none" ? "damaged" : fault, title };
  }

  showAsides() {
    const box = find("[data-asides]", this.place);
    const list = box?.querySelector("ul");
    const texts = this.store.aside();
    if (!box || !list) return;
    box.hidden = texts.length === 0;
    list.replaceChildren(...texts.map((text, at) => this.asideView(text, at)));
  }

  /**
   * @param {string} text
   * @param {number} at
   * @returns {HTMLElement}
   */
  asideView(text, at) {
    const read = decode(text, this.store.course);
    const readable = read.fault === "" && read.lost.length === 0;
    const count = Object.keys(read.state.answers).length;
    const row = make("li", "stop stop--aside");
    const words = make("span", "stop__words", readable ? sayCount(this.player, "aside-answers", count) : this.say("aside-unreadable"));
    words.id = `page--aside-${at}`;
    const buttons = make("span", "stop__buttons");
    if (readable) buttons.append(this.button("aside-bring", words.id, () => this.bringBack(text)));
    buttons.append(this.button("aside-save", words.id, () => saveFile(this.nameOf(`-${at + 1}`), TYPE, this.fileOf(text, readable))));
    buttons.append(this.button("aside-remove", words.id, () => this.removeAside(text)));
    row.append(words, buttons);
    return row;
  }

  /**
   * A text that can be read becomes a file to bring in; any other stays as it was.
   * @param {string} text
   * @param {boolean} readable
   */
  fileOf(text, readable) {
    const { version = "", title = "" } = this.place.dataset;
    const { course } = this.store;
    return readable ? JSON.stringify({ format: FORMAT, version: VERSION, course, courseVersion: version, title, state: JSON.parse(text) }) : text;
  }

  /**
   * @param {string} word
   * @param {string} of
   * @param {() => void} act
   */
  button(word, of, act) {
    const button = make("button", "button button--quiet", this.say(word));
    button.setAttribute("type", "button");
    button.setAttribute("aria-describedby", of);
    button.addEventListener("click", act);
    return button;
  }

  /** @param {string} text */
  bringBack(text) {
    const fault = this.store.import(text);
    if (!fault) this.store.asides.remove(text);
    this.show();
    this.tell(this.say(fault ? `import-${fault}` : "aside-brought"));
    this.keepFocus();
  }

  /** @param {string} text */
  removeAside(text) {
    this.store.asides.remove(text);
    this.show();
    this.tell(this.say("aside-removed"));
    this.keepFocus();
  }

  /** The button that was pressed is gone: focus goes to the first that is left, or to the one above. */
  keepFocus() {
    (find("[data-asides]:not([hidden]) button", this.place) ?? find("[data-do=export]", this.place))?.focus();
  }
}

/**
 * Two steps: ask, then clear.
 * @param {import("../state/store.js").Store} store
 * @param {import("../page/words.js").Say} say
 */
function startClear(store, say) {
  const box = find("[data-clear]");
  const ask = box && find("[data-do=clear]", box);
  const sure = box && find("[data-clear-sure]", box);
  const told = box && find("[data-clear-told]", box);
  if (!box || !ask || !sure || !told) return;
  /** @param {boolean} open */
  const set = (open) => {
    sure.hidden = !open;
    ask.setAttribute("aria-expanded", String(open));
  };
  ask.addEventListener("click", () => {
    told.textContent = "";
    set(Boolean(sure.hidden));
    if (!sure.hidden) find("[data-do=clear-no]", sure)?.focus();
  });
  find("[data-do=clear-no]", sure)?.addEventListener("click", () => {
    set(false);
    ask.focus();
  });
  find("[data-do=clear-yes]", sure)?.addEventListener("click", () => {
    store.clear();
    set(false);
    told.textContent = say("cleared");
    ask.focus();
  });
}
