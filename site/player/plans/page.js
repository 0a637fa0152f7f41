// The page of plans: a list by date, each to be changed, looked back on, put into a calendar or deleted; and new ones.

import { find, findAll, make } from "../page/dom.js";
import { saveFile } from "../page/files.js";
import { keepPlan, saidIn } from "../sheet/fields.js";
import { calendarFile } from "../time/calendar.js";
import { dayOf } from "../time/days.js";
import { PlanCard } from "./card.js";
import { eventOf, ordered, planText } from "./plan.js";

/** @typedef {import("../player.js").Player} Player */

/** @param {Player} player */
export function startPlansPage(player) {
  const page = find("[data-plans]");
  if (page) new PlansPage(page, player).start();
}

/** The plans of one learner. */
class PlansPage {
  /**
   * @param {HTMLElement} root
   * @param {Player} player
   */
  constructor(root, player) {
    this.root = root;
    this.player = player;
    this.list = find("[data-plans-list]", root);
    this.status = find("[data-plans-status]", root);
    /** @type {Map<string, PlanCard>} */
    this.cards = new Map();
    /** What the course calls the place that a plan comes from. @type {Map<string, { title: string, href: string }>} */
    this.places = new Map();
  }

  start() {
    for (const offer of findAll("[data-plan-offer]")) {
      const link = find("a", offer);
      if (link) this.places.set(offer.dataset["planOffer"] ?? "", { title: link.textContent ?? "", href: link.getAttribute("href") ?? "" });
    }
    for (const place of findAll("[data-without-player]")) place.hidden = true;
    this.root.hidden = false;
    this.root.addEventListener("click", (event) => this.clicked(event));
    find("[data-plans-add]", this.root)?.addEventListener("submit", (event) => this.add(event));
    this.player.store.listen(() => this.show());
    this.show();
  }

  get plans() {
    return this.player.store.state.plans;
  }

  /** Brings the list to what is kept; where the learner is at work in it, its order stays. */
  show() {
    const { list } = this;
    if (!list) return;
    const ids = ordered(this.plans, dayOf());
    for (const [id, card] of this.cards) {
      if (id in this.plans || card.place.contains(document.activeElement)) continue;
      card.place.remove();
      this.cards.delete(id);
    }
    for (const id of ids) if (!this.cards.has(id)) this.addCard(list, id);
    if (!list.contains(document.activeElement)) list.append(...ids.map((id) => this.cards.get(id)?.place ?? ""));
    for (const card of this.cards.values()) card.show();
    find("[data-plans-none]", this.root)?.toggleAttribute("hidden", ids.length > 0);
    find("[data-plans-tools]", this.root)?.toggleAttribute("hidden", ids.length === 0);
    for (const offer of findAll("[data-plan-offer]")) this.mark(offer);
  }

  /**
   * @param {HTMLElement} list
   * @param {string} id
   */
  addCard(list, id) {
    const template = find("[data-plan-template]", this.root);
    const made = template instanceof HTMLTemplateElement ? template.content.firstElementChild?.cloneNode(true) : null;
    if (!(made instanceof HTMLElement)) return;
    const card = new PlanCard(id, made, this.player, this.places.get(id));
    this.cards.set(id, card);
    list.append(made);
    card.start(() => this.deleted(id));
  }

  /**
   * Says of a plan that the course suggests whether it is among the learner's.
   * @param {HTMLElement} offer
   */
  mark(offer) {
    const there = find(".plans__mark", offer);
    const taken = (offer.dataset["planOffer"] ?? "") in this.plans;
    if (taken && !there) find(".plans__where", offer)?.append(" · ", make("span", "plans__mark", this.player.say("plan-taken")));
    if (!taken && there) {
      there.previousSibling?.remove();
      there.remove();
    }
  }

  /** @param {string} id */
  deleted(id) {
    this.cards.get(id)?.place.remove();
    this.cards.delete(id);
    this.show();
    this.tell("plan-deleted");
    this.status?.focus();
  }

  /**
   * @param {string} name
   * @param {Record<string, number>} [values]
   */
  tell(name, values) {
    this.status?.replaceChildren(this.player.say(name, values));
  }

  /** @param {Event} event */
  add(event) {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(form instanceof HTMLFormElement)) return;
    const { store, say } = this.player;
    const parts = saidIn(form);
    const status = find("[role=status]", form);
    if (!parts.cue.trim() && !parts.act.trim()) {
      status?.replaceChildren(say("plan-empty"));
      find("textarea", form)?.focus();
      return;
    }
    store.change((state) => keepPlan(state, `own.${crypto.getRandomValues(new Uint32Array(1))[0]}`, parts));
    form.reset();
    status?.replaceChildren(say(store.keeps ? "plan-added" : "kept-not"));
  }

  /** @param {Event} event */
  clicked(event) {
    const pressed = event.target instanceof Element ? event.target.closest("[data-plans-tools] [data-do]") : null;
    const name = pressed instanceof HTMLElement ? pressed.dataset["do"] : "";
    if (name === "print") window.print();
    if (name === "save") this.save();
    if (name === "calendar") this.calendar();
  }

  save() {
    const { say, store } = this.player;
    const plans = ordered(this.plans, dayOf()).map((id) => planText(this.plans[id], this.player, this.places.get(id)?.title));
    saveFile(`${store.course}.${say("plan-file")}.txt`, "text/plain", `${document.querySelector("h1")?.textContent?.trim()}\n\n${plans.join("\n\n")}\n`);
  }

  calendar() {
    const events = Object.entries(this.plans).flatMap(([id, plan]) => eventOf(id, plan, this.player) ?? []);
    if (events.length === 0) return this.tell("plan-no-dates");
    saveFile(`${this.player.store.course}.${this.player.say("plan-file")}.ics`, "text/calendar", calendarFile(events));
    return this.tell("plan-calendar", { count: events.length });
  }
}
