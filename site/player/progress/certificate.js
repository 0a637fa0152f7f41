// The certificate: what is missing to it, or the sheet with the name that the learner writes; the name stays here.

import { find, make } from "../page/dom.js";
import { dayInWords, dayOf } from "../time/days.js";
import { completedOn, stageOf } from "./completion.js";
import { readMap } from "./course_map.js";

/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("./course_map.js").CourseMap} CourseMap */

const NAME = "certificate.name";

/** @param {Player} player */
export function startCertificate(player) {
  const place = find("[data-certify]");
  const map = readMap();
  if (place && map) new Certificate(place, map, player).start();
}

/** The page of the certificate. */
class Certificate {
  /**
   * @param {HTMLElement} place
   * @param {CourseMap} map
   * @param {Player} player
   */
  constructor(place, map, player) {
    this.place = place;
    this.map = map;
    this.player = player;
    this.field = /** @type {HTMLInputElement} */ (find("#page--name", place));
    this.error = find("#page--name--error", place);
  }

  get name() {
    return this.field.value.trim().replace(/\s+/g, " ");
  }

  start() {
    const { store } = this.player;
    this.field.value = store.state.texts[NAME] ?? "";
    this.field.addEventListener("input", () => this.named());
    find("[data-name-form]", this.place)?.addEventListener("submit", (event) => this.submitted(event));
    store.listen(() => this.show());
    this.show();
  }

  show() {
    const { store, language } = this.player;
    const day = completedOn(store.state, this.map.lessons, this.map.tests, dayOf());
    const reached = find("[data-reached]", this.place);
    const missing = find("[data-missing]", this.place);
    if (reached) reached.hidden = day === 0;
    if (missing) missing.hidden = day > 0;
    if (day === 0) return this.showMissing();
    const date = find("[data-date]", this.place);
    if (date) date.textContent = dayInWords(day, language);
    if (document.activeElement !== this.field) this.field.value = store.state.texts[NAME] ?? "";
    return this.write();
  }

  showMissing() {
    const { store, say } = this.player;
    const lessons = this.map.lessons.filter((one) => stageOf(store.state, one) !== "done");
    const tests = this.map.tests.filter((one) => one.needed && !store.state.quizzes[one.id]?.passed);
    const words = find("[data-not-yet]", this.place);
    if (words) words.textContent = say("not-yet");
    find("[data-missing-list]", this.place)?.replaceChildren(
      ...lessons.map((one) => row(one.page, say("missing-lesson", { title: one.title }), say(`stage-${stageOf(store.state, one)}`))),
      ...tests.map((one) => row(one.page, say("missing-test", { title: one.title, mark: one.pass }), "")),
    );
  }

  named() {
    const { store } = this.player;
    store.change((state) => {
      if (this.name) state.texts[NAME] = this.name;
      else delete state.texts[NAME];
    });
    if (this.name) this.fail("");
    this.write();
  }

  write() {
    const place = find("[data-name]", this.place);
    if (place) place.textContent = this.name;
    this.place.toggleAttribute("data-named", this.name !== "");
  }

  /** @param {string} words */
  fail(words) {
    if (this.error) this.error.textContent = words;
    if (words) this.field.setAttribute("aria-invalid", "true");
    else this.field.removeAttribute("aria-invalid");
  }

  /** @param {Event} event */
  submitted(event) {
    event.preventDefault();
    if (!this.name) {
      this.fail(this.player.say("name-missing"));
      this.field.focus();
      return;
    }
    window.print();
  }
}

/**
 * @param {string} page
 * @param {string} words
 * @param {string} note
 * @returns {HTMLElement}
 */
function row(page, words, note) {
  const made = make("li", "stop");
  const link = make("a", "stop__link", words);
  link.setAttribute("href", page);
  made.append(link, " ", make("span", "stop__note", note));
  return made;
}
