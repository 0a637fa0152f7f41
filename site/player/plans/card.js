// One plan on the page of plans: read as a sentence, changed in its fields, deleted only when asked twice.

import { find, findAll, make } from "../page/dom.js";
import { saveFile } from "../page/files.js";
import { Keeper } from "../sheet/keeper.js";
import { calendarFile } from "../time/calendar.js";
import { dayOf, dayOfIso } from "../time/days.js";
import { eventOf, factsOf, sentenceOf } from "./plan.js";

/** @typedef {import("../player.js").Player} Player */

/** A plan of the list. */
export class PlanCard {
  /**
   * @param {string} id
   * @param {HTMLElement} place
   * @param {Player} player
   * @param {{ title: string, href: string }} [from] where the course suggests it
   */
  constructor(id, place, player, from) {
    this.id = id;
    this.place = place;
    this.player = player;
    this.from = from;
    this.status = find("[role=status]", place);
    this.sure = find("[data-sure]", place);
    this.keeper = new Keeper(place, player.store);
  }

  /** @param {() => void} deleted called when the plan is gone */
  start(deleted) {
    const { place, id } = this;
    place.dataset["plan"] = id;
    const title = find(".plan__words", place);
    if (title) title.id = `${id}--words`;
    for (const row of findAll(".plan__row", place)) {
      const control = find("[data-plan-part]", row);
      if (control) control.id = `${id}--${control.dataset["planPart"]}`;
      find("label", row)?.setAttribute("for", control?.id ?? "");
      control?.setAttribute("aria-describedby", `${id}--words`);
    }
    for (const button of findAll("button, summary", place)) button.setAttribute("aria-describedby", `${id}--words`);
    const asked = find("[data-sure] p", place);
    if (asked) asked.id = `${id}--sure`;
    this.sure?.setAttribute("aria-labelledby", `${id}--sure`);
    this.keeper.told = () => this.tell();
    this.keeper.start();
    place.addEventListener("click", (event) => this.clicked(event, deleted));
  }

  get plan() {
    return this.player.store.state.plans[this.id];
  }

  show() {
    const { say } = this.player;
    this.keeper.show();
    find(".plan__words", this.place)?.replaceChildren(sentenceOf(this.plan, say));
    const facts = factsOf(this.plan, this.player, dayOf()).map(({ words, past }) => make("li", past ? "plan__past" : "", words));
    find(".plan__facts", this.place)?.replaceChildren(...facts, ...this.source());
    this.place.classList.toggle("plan--kept", this.plan?.kept !== "");
  }

  /** @returns {HTMLElement[]} */
  source() {
    if (!this.from) return [];
    const [before = "", after = ""] = this.player.say("plan-from", { title: "\u0000" }).split("\u0000");
    const link = make("a", "", this.from.title);
    link.setAttribute("href", this.from.href);
    const made = make("li");
    made.append(before, link, after);
    return [made];
  }

  tell() {
    const { store, say } = this.player;
    const day = dayOfIso(this.plan?.date ?? "");
    const past = day !== null && day < dayOf() && !this.plan?.kept;
    this.say([say(store.keeps ? "kept-here" : "kept-not"), ...(past ? [say("plan-past")] : [])].join(" "));
  }

  /** @param {string} words said once, until others are said */
  say(words) {
    if (this.status && this.status.textContent !== words) this.status.textContent = words;
  }

  /**
   * @param {Event} event
   * @param {() => void} deleted
   */
  clicked(event, deleted) {
    const pressed = event.target instanceof Element ? event.target.closest("[data-do]") : null;
    const name = pressed instanceof HTMLElement ? pressed.dataset["do"] : "";
    if (name === "day") this.calendar();
    if (name === "delete") this.ask(true);
    if (name === "keep") this.ask(false);
    if (name !== "delete-all") return;
    this.keeper.open.clear();
    this.player.store.change((state) => {
      delete state.plans[this.id];
    });
    deleted();
  }

  /** @param {boolean} open */
  ask(open) {
    if (this.sure) this.sure.hidden = !open;
    find(open ? "[data-do=keep]" : "[data-do=delete]", this.place)?.focus();
  }

  calendar() {
    this.keeper.keep();
    const event = eventOf(this.id, this.plan, this.player);
    if (event) saveFile(`${this.id}.ics`, "text/calendar", calendarFile([event]));
    else {
      this.say(this.player.say("plan-no-date"));
      const fields = find("details", this.place);
      if (fields instanceof HTMLDetailsElement) fields.open = true;
      find("[data-plan-part=date]", this.place)?.focus();
    }
  }
}
