// "Keep for offline": the whole course in this browser, when the learner chooses it. Nothing is registered before.

import { find } from "../page/dom.js";
import { keeperOf } from "./keeper.js";

/** @typedef {import("./keeper.js").Keeper} Keeper */
/** @typedef {import("./keeper.js").Note} Note */

/** @param {import("../player.js").Player} player */
export function startOffer(player) {
  const section = find("[data-offline]");
  if (!section) return;
  const keeper = keeperOf(player.root);
  if (keeper) new Offer(section, keeper, player).start();
  else find("[role=status]", section)?.replaceChildren(player.say(location.protocol === "file:" ? "offline-local" : "offline-cannot"));
}

/** The section with the button. */
class Offer {
  /**
   * @param {HTMLElement} section
   * @param {Keeper} keeper
   * @param {import("../player.js").Player} player
   */
  constructor(section, keeper, player) {
    this.status = find("[role=status]", section);
    this.button = find("button", section);
    this.size = bytesIn(Number(section.dataset["size"]), player.language);
    this.keeper = keeper;
    this.say = player.say;
    this.language = player.language;
    /** @type {"open" | "busy" | "kept"} */
    this.state = "open";
    this.shown = 0;
  }

  start() {
    this.button?.addEventListener("click", () => void this.pressed());
    this.keeper.workers.addEventListener("message", (event) => void this.heard(event.data));
    this.keeper.workers.startMessages();
    this.button?.removeAttribute("hidden");
    void this.look("offline-not");
  }

  /**
   * Shows what is the case now.
   * @param {string} otherwise the word where nothing is kept
   */
  async look(otherwise) {
    const before = this.shown;
    const note = await this.keeper.note();
    const busy = !note && (await this.keeper.registration())?.installing;
    const kept = note ? await this.kept(note) : "";
    if (this.shown !== before) return;
    if (busy) this.show("busy", this.say("offline-begins"));
    else if (note) this.show("kept", kept);
    else this.show("open", this.say(otherwise));
  }

  /** @param {Note} note */
  async kept(note) {
    const date = new Intl.DateTimeFormat(this.language, { dateStyle: "long" }).format(note.date);
    const firm = await navigator.storage?.persisted?.().catch(() => false);
    const told = this.say("offline-kept", { version: note.release, date, size: this.size });
    return `${told} ${this.say(firm ? "offline-firm" : "offline-loose")}`;
  }

  async pressed() {
    if (this.state === "busy") return;
    const stops = this.state === "kept";
    this.show("busy", this.say(stops ? "offline-stops" : "offline-begins"));
    try {
      await (stops ? this.keeper.stop() : this.keeper.keep());
      if (stops) this.show("open", this.say("offline-stopped"));
    } catch (error) {
      await this.look(error instanceof TypeError ? "offline-network" : "offline-cannot");
    }
  }

  /** @param {{ course?: string, done?: number, all?: number, why?: string, path?: string } | null} told */
  async heard(told) {
    if (told?.course === "kept") await this.whole();
    if (this.state === "busy" && told?.course === "keeping") {
      this.show("busy", this.say("offline-keeping", { done: told.done ?? 0, all: told.all ?? 0 }));
    }
    if (told?.course === "failed" && told.why !== "stopped") await this.failed(told.why ?? "", told.path ?? "");
  }

  /** The worker has everything, and is about to become active where it is the first. */
  async whole() {
    const installing = (await this.keeper.registration())?.installing;
    if (installing) installing.addEventListener("statechange", () => void this.settled());
    await this.settled();
  }

  async settled() {
    const note = await this.keeper.note();
    if (note) this.show("kept", await this.kept(note));
  }

  /**
   * @param {string} why
   * @param {string} file
   */
  async failed(why, file) {
    const note = await this.keeper.note();
    const words = [this.say(`offline-${why}`, { file, size: this.size })];
    if (note) words.push(this.say("offline-held"));
    else await (await this.keeper.registration())?.unregister();
    this.show(note ? "kept" : "open", words.join(" "));
  }

  /**
   * @param {"open" | "busy" | "kept"} state
   * @param {string} words
   */
  show(state, words) {
    this.state = state;
    this.shown += 1;
    if (this.status && this.status.textContent !== words) this.status.textContent = words;
    if (!this.button) return;
    this.button.toggleAttribute("data-busy", state === "busy");
    if (state === "busy") this.button.setAttribute("aria-disabled", "true");
    else this.button.removeAttribute("aria-disabled");
    if (state !== "busy") this.button.textContent = state === "kept" ? this.say("offline-stop") : this.say("offline-keep", { size: this.size });
  }
}

/**
 * A number of bytes in words: megabytes from one up, else kilobytes.
 * @param {number} bytes
 * @param {string} language
 * @returns {string}
 */
function bytesIn(bytes, language) {
  const large = bytes >= 1e6;
  const digits = large ? 1 : 0;
  /** @type {Intl.NumberFormatOptions} */
  const format = { style: "unit", unit: large ? "megabyte" : "kilobyte", minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(language, format).format(bytes / (large ? 1e6 : 1e3)).replace(/\s/g, "\u00a0");
}
