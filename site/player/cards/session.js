// A session of a deck's cards: what is due first, then new ones. The cards themselves are those of the list on the page.

import { sayCount } from "../page/count.js";
import { find, findAll } from "../page/dom.js";
import { dayInWords, dayOf, daysOn } from "../time/days.js";
import { graded, NEW_AT_ONCE, sortCards } from "./leitner.js";

/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("./leitner.js").Grade} Grade */
/** @typedef {{ front: Element, back: Element, turned: boolean }} Faces */

/** @type {Grade[]} */
const GRADES = ["again", "hard", "good"];
const BACK = ".back";

/** @param {Player} player */
export function startCards(player) {
  const section = find("[data-study]");
  if (section) new Study(section, facesOf(findAll("[data-card]")), player).start();
}

/**
 * What stands on each side, by the id that the learner's state knows; a card asked both ways is two.
 * @param {HTMLElement[]} cards
 * @returns {Map<string, Faces>}
 */
function facesOf(cards) {
  /** @type {Map<string, Faces>} */
  const faces = new Map();
  const sides = cards.map((card) => ({ card, front: find(".card__front", card), back: find(".card__back", card) }));
  for (const reversed of [false, true]) {
    for (const { card, front, back } of sides) {
      if (!front || !back || (reversed && card.dataset["reverse"] === undefined)) continue;
      const id = card.dataset["card"] ?? "";
      faces.set(reversed ? id + BACK : id, reversed ? { front: back, back: front, turned: true } : { front, back, turned: false });
    }
  }
  return faces;
}

/** The section: an invitation, one card at a time, and what came of it. */
class Study {
  /**
   * @param {HTMLElement} section
   * @param {Map<string, Faces>} faces
   * @param {Player} player
   */
  constructor(section, faces, player) {
    this.section = section;
    this.faces = faces;
    this.player = player;
    /** @type {string[]} */
    this.queue = [];
    /** @type {Map<string, Grade>} the first grade of each card */
    this.firsts = new Map();
    this.all = 0;
  }

  start() {
    this.section.addEventListener("click", (event) => this.pressed(event.target));
    this.step("card")?.addEventListener("keydown", (event) => this.typed(event));
    this.player.store.listen(() => this.invite());
    this.section.removeAttribute("hidden");
    this.show("start");
    this.invite();
    if (location.hash === `#${this.section.getAttribute("aria-labelledby")}`) this.section.scrollIntoView();
  }

  /** @returns {ReturnType<typeof sortCards>} */
  sorted() {
    return sortCards([...this.faces.keys()], this.player.store.state.cards, dayOf());
  }

  /** @param {number} day */
  date(day) {
    return dayInWords(day, this.player.language);
  }

  /** What there is to study today. */
  invite() {
    const { due, fresh, next } = this.sorted();
    const values = { due: due.length, fresh: fresh.length, date: this.date(next) };
    const word = due.length > 0 ? "study-due" : fresh.length > 0 ? "study-new" : "study-none";
    find("[data-study-words]", this.section)?.replaceChildren(this.player.say(word, values));
    const nothing = due.length + fresh.length === 0;
    this.button("study", this.step("start"))?.toggleAttribute("hidden", nothing);
    const more = this.button("more", this.step("end"));
    more?.toggleAttribute("hidden", nothing);
  }

  /** @param {EventTarget | null} target */
  pressed(target) {
    const button = target instanceof Element ? target.closest("button") : null;
    const grade = GRADES.find((one) => one === button?.dataset["grade"]);
    if (grade) this.grade(grade);
    const { due, fresh } = this.sorted();
    const acts = new Map([
      ["study", () => this.begin([...due, ...fresh.slice(0, NEW_AT_ONCE)])],
      ["more", () => this.begin([...due, ...fresh.slice(0, NEW_AT_ONCE)])],
      ["all", () => this.begin([...this.faces.keys()])],
      ["turn", () => this.turn()],
      ["end", () => this.end()],
    ]);
    acts.get(button?.dataset["do"] ?? "")?.();
  }

  /**
   * Keys of one sign count only while focus is in the card, and alone.
   * @param {KeyboardEvent} event
   */
  typed(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat) return;
    const turned = !this.step("back")?.hidden;
    const grade = GRADES[Number(event.key) - 1];
    if (turned && grade) this.grade(grade);
    else if (!turned && event.key === " " && !(event.target instanceof HTMLButtonElement)) this.turn();
    else return;
    event.preventDefault();
  }

  /** @param {string[]} ids */
  begin(ids) {
    this.queue = ids;
    this.all = ids.length;
    this.firsts = new Map();
    this.told("");
    if (ids.length > 0) this.ask();
  }

  /** Shows the front of the first card of the queue. */
  ask() {
    const faces = this.faces.get(this.queue[0] ?? "");
    const card = this.step("card");
    if (!faces || !card) return this.end();
    this.show("card");
    find("#study--left")?.replaceChildren(sayCount(this.player, "study-left", this.queue.length));
    const bar = card.querySelector("progress");
    if (bar) [bar.max, bar.value] = [this.all, Math.max(0, this.all - this.queue.length)];
    find("#study--front")?.replaceChildren(copyOf(faces.front));
    find("#study--back")?.replaceChildren(copyOf(faces.back));
    this.face(false);
    card.focus();
    return undefined;
  }

  /** Shows the back, which takes the focus. */
  turn() {
    this.face(true);
    const before = this.player.store.state.cards[this.queue[0] ?? ""];
    const day = dayOf();
    for (const grade of GRADES) {
      const wait = graded(before, grade, day).due - day;
      find(`[data-grade=${grade}] .grading__when`, this.section)?.replaceChildren(daysOn(wait, this.player.language));
    }
    find(".study__back", this.section)?.focus();
  }

  /** @param {boolean} turned */
  face(turned) {
    find(".study__back", this.section)?.toggleAttribute("hidden", !turned);
    this.step("back")?.toggleAttribute("hidden", !turned);
    this.step("front")?.toggleAttribute("hidden", turned);
  }

  /**
   * Files the card, tells when it comes back, and goes on; one that was not known comes again at the end.
   * @param {Grade} grade
   */
  grade(grade) {
    const id = this.queue.shift();
    if (!id) return;
    let due = 0;
    this.player.store.change((state) => {
      const card = graded(state.cards[id], grade, dayOf());
      state.cards[id] = card;
      due = card.due;
    });
    if (!this.firsts.has(id)) this.firsts.set(id, grade);
    if (grade === "again") this.queue.push(id);
    this.told(this.player.say(`study-told-${grade}`, { date: this.date(due) }));
    if (this.queue.length > 0) this.ask();
    else this.end();
  }

  /** What the session was, and when the next is due. */
  end() {
    const { due, fresh, next } = this.sorted();
    const known = [...this.firsts.values()].filter((grade) => grade !== "again").length;
    const all = sayCount(this.player, "study-cards", this.firsts.size);
    find("#study--sum")?.replaceChildren(sayCount(this.player, "study-known", known, { all }));
    const open = due.length > 0 ? "study-due" : next > 0 ? "study-next" : "study-new";
    const values = { due: due.length, fresh: fresh.length, date: this.date(next) };
    find("[data-study-next]", this.section)?.replaceChildren(this.player.say(open, values));
    this.button("more", this.step("end"))?.replaceChildren(this.player.say(due.length > 0 ? "study-begin" : "study-more"));
    this.queue = [];
    this.told("");
    this.show("end");
    this.step("end")?.focus();
  }

  /** @param {string} words */
  told(words) {
    find("[role=status]", this.section)?.replaceChildren(words);
  }

  /** @param {"start" | "card" | "end"} step */
  show(step) {
    for (const one of ["start", "card", "end"]) this.step(one)?.toggleAttribute("hidden", one !== step);
  }

  /** @param {string} step */
  step(step) {
    return find(`[data-step=${step}]`, this.section);
  }

  /**
   * @param {string} name
   * @param {HTMLElement | null} place
   */
  button(name, place) {
    return place ? find(`[data-do=${name}]`, place) : null;
  }
}

/**
 * A side of a card for the session: the same content, without ids of its own.
 * @param {Element} side
 * @returns {DocumentFragment}
 */
function copyOf(side) {
  const made = document.createDocumentFragment();
  made.append(...Array.from(side.childNodes, (node) => node.cloneNode(true)));
  for (const one of made.querySelectorAll("[id]")) one.removeAttribute("id");
  return made;
}
