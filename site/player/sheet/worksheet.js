// A sheet that keeps what is typed, prints it in full, saves it as a file, and is cleared only when asked twice.

import { find, findAll, make } from "../page/dom.js";
import { saveFile } from "../page/files.js";
import { isTick } from "./fields.js";
import { Keeper } from "./keeper.js";
import { isMoved, leftOf, mendField, signField } from "./mend.js";
import { onPaper, sheetText, wordsOf } from "./paper.js";

/** @param {import("../player.js").Player} player */
export function startWorksheet({ store, say }) {
  const root = find("form[data-sheet]");
  if (!root) return;
  for (const place of findAll("[data-with-player], [data-keeper]")) place.hidden = false;
  for (const place of findAll("[data-without-player]")) place.hidden = true;
  new Sheet(root, store, say).start();
}

/** One sheet of the page. */
class Sheet {
  /**
   * @param {HTMLElement} root
   * @param {import("../state/store.js").Store} store
   * @param {import("../page/words.js").Say} say
   */
  constructor(root, store, say) {
    this.root = root;
    this.store = store;
    this.say = say;
    this.id = root.dataset["sheet"] ?? "";
    this.status = find("[role=status]", root);
    this.sure = find("[data-sure]", root);
    this.fields = findAll("[data-field]", root);
    this.keeper = new Keeper(root, store, (control, state) => {
      const field = control.closest("[data-field]");
      if (field instanceof HTMLElement) signField(state, field);
    });
    this.paper = onPaper(root);
  }

  start() {
    const moved = this.fields.filter((field) => isMoved(this.store.state, field));
    if (moved.length > 0) this.store.change((state) => moved.forEach((field) => mendField(state, field)));
    this.keeper.told = () => this.tell();
    this.keeper.start();
    this.show();
    this.store.listen(() => this.show());
    this.root.addEventListener("input", () => this.paper());
    this.root.addEventListener("submit", (event) => event.preventDefault());
    this.root.addEventListener("click", (event) => this.clicked(event));
  }

  show() {
    this.keeper.show();
    for (const field of this.fields) this.showLeft(field);
    this.paper();
  }

  /**
   * What was written where no row stands any more, under the field.
   * @param {HTMLElement} field
   */
  showLeft(field) {
    const left = leftOf(this.store.state, field);
    const there = find(".field__left", field);
    if (!left) return there?.remove();
    const place = there ?? make("div", "field__left");
    place.replaceChildren(make("p", "", this.say("sheet-moved")), make("p", "field__words", left));
    if (!there) field.append(place);
    return undefined;
  }

  /** Says once where it is kept; it is said anew only when that changes. */
  tell() {
    const words = this.say(this.store.keeps ? "kept-here" : "kept-not");
    if (this.status && this.status.textContent !== words) this.status.textContent = words;
  }

  /** @param {Event} event */
  clicked(event) {
    const pressed = event.target instanceof Element ? event.target.closest("[data-do]") : null;
    const name = pressed instanceof HTMLElement ? pressed.dataset["do"] : "";
    if (name === "print") window.print();
    if (name === "save") this.save();
    if (name === "clear") this.ask(true);
    if (name === "keep") this.ask(false);
    if (name === "clear-all") this.clear();
  }

  save() {
    this.keeper.keep();
    const title = wordsOf(document.querySelector("h1"));
    saveFile(`${this.store.course}.${this.id}.txt`, "text/plain", sheetText(title, this.root));
  }

  /** @param {boolean} open */
  ask(open) {
    if (this.sure) this.sure.hidden = !open;
    find(open ? "[data-do=keep]" : "[data-do=clear]", this.root)?.focus();
  }

  clear() {
    this.keeper.open.clear();
    const plans = findAll("[data-plan]", this.root).map((plan) => plan.dataset["plan"] ?? "");
    this.store.change((state) => {
      for (const name of Object.keys(state.texts)) if (name.startsWith(`${this.id}.`)) delete state.texts[name];
      for (const plan of plans) delete state.plans[plan];
    });
    for (const control of this.keeper.controls()) if (isTick(control)) control.checked = false;
    this.show();
    this.ask(false);
    if (this.status) this.status.textContent = this.say("sheet-cleared");
  }
}
