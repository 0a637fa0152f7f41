// reflection: a field for the learner alone. What is typed is kept on the device; nothing is scored.

import { find } from "../page/dom.js";
import { tellOfChange } from "./changed.js";

/** An open question. */
export class ReflectionItem {
  /**
   * @param {HTMLFormElement} form
   * @param {import("../player.js").Player} player
   */
  constructor(form, player) {
    this.form = form;
    this.store = player.store;
    this.say = player.say;
    this.name = `${form.dataset["key"]}.0`;
    this.field = find("textarea", form);
    this.status = find(".item__saved", form);
    /** @type {number | undefined} */
    this.timer = undefined;
  }

  start() {
    if (!(this.field instanceof HTMLTextAreaElement)) return;
    const kept = this.store.state.texts[this.name];
    this.field.value = kept ?? "";
    if (kept === undefined) tellOfChange(this.form, this.store.state, this.say);
    this.field.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.keep(), 400);
    });
    this.field.addEventListener("change", () => this.keep());
    window.addEventListener("pagehide", () => this.keep());
    this.form.addEventListener("submit", (event) => event.preventDefault());
  }

  keep() {
    clearTimeout(this.timer);
    const words = this.field instanceof HTMLTextAreaElement ? this.field.value : "";
    if (words === (this.store.state.texts[this.name] ?? "")) return;
    this.store.change((state) => {
      if (words) state.texts[this.name] = words;
      else delete state.texts[this.name];
    });
    const said = this.say(this.store.keeps ? "saved-here" : "not-saved");
    if (this.status && this.status.textContent !== said) this.status.textContent = said;
  }
}
