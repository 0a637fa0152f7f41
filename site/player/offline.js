// "Keep for offline": the whole course in this browser, when the learner chooses it. Nothing is registered before.

import { find, make } from "./dom.js";

/** @typedef {{ release: string, version: string, date: number }} Note */
/** @typedef {import("./words.js").Say} Say */

/**
 * The section that offers it, and on every page a word when a new version has been fetched for a learner who keeps it.
 * @param {import("./player.js").Player} player
 */
export function startOffline(player) {
  const section = find("[data-offline]");
  const here = new URL(`${player.root}/`, location.href);
  if (location.protocol === "file:" || !navigator.serviceWorker) {
    if (section) find("[role=status]", section)?.replaceChildren(player.say(location.protocol === "file:" ? "offline-local" : "offline-cannot"));
    return;
  }
  const keeper = new Keeper(here);
  if (section) new Offer(section, keeper, player).start();
  keeper.whenReady(() => showReady(keeper, player.say));
}

/** The registration of this course's worker, if there is one, and what it says. */
class Keeper {
  /** @param {URL} home the site's root */
  constructor(home) {
    this.home = home.href.replace(/[?#].*$/, "");
    this.workers = navigator.serviceWorker;
    this.leaving = false;
  }

  /** @returns {Promise<ServiceWorkerRegistration | null>} */
  async registration() {
    const found = await this.workers.getRegistration(this.home).catch(() => undefined);
    return found && found.scope === this.home ? found : null;
  }

  /**
   * What the active worker keeps; null where the browser has removed it, or nothing was ever kept.
   * @returns {Promise<Note | null>}
   */
  async note() {
    const active = (await this.registration())?.active;
    if (!active) return null;
    return new Promise((give) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => give(event.data);
      active.postMessage("note", [port2]);
    });
  }

  /** Registers the worker, which then fetches everything; one that is there already is asked to fetch again. */
  async keep() {
    await navigator.storage?.persist?.().catch(() => false);
    const made = await this.workers.register(`${this.home}sw.js`, { scope: this.home, updateViaCache: "none" });
    if (made.active && !made.installing) made.active.postMessage("keep");
  }

  /** Removes what is kept, and the worker. */
  async stop() {
    const found = await this.registration();
    for (const worker of [found?.installing, found?.waiting, found?.active]) worker?.postMessage("stop");
    await found?.unregister();
    const ours = `course ${new URL(this.home).pathname} `;
    for (const name of await caches.keys()) if (name.startsWith(ours)) await caches.delete(name);
  }

  /**
   * Calls `act` once a newer worker has everything and waits beside the active one.
   * @param {() => void} act
   */
  async whenReady(act) {
    const found = await this.registration();
    if (!found) return;
    const look = () => {
      if (found.waiting && found.active) act();
    };
    found.addEventListener("updatefound", () => found.installing?.addEventListener("statechange", look));
    found.installing?.addEventListener("statechange", look);
    look();
  }

  /** Lets the newer worker take over, then loads the page again, once. */
  async use() {
    const waiting = (await this.registration())?.waiting;
    if (!waiting || this.leaving) return;
    this.leaving = true;
    this.workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("use");
  }
}

/** The section with the button. */
class Offer {
  /**
   * @param {HTMLElement} section
   * @param {Keeper} keeper
   * @param {import("./player.js").Player} player
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
 * A bar at the foot of the window, over no content: nothing changes until the learner presses.
 * @param {Keeper} keeper
 * @param {Say} say
 */
function showReady(keeper, say) {
  if (find(".update")) return;
  const bar = make("section", "update");
  bar.setAttribute("aria-label", say("update-ready"));
  const words = make("p", "update__words");
  words.setAttribute("role", "status");
  const use = make("button", "button", say("update-use"));
  const later = make("button", "button button--quiet", say("update-later"));
  for (const button of [use, later]) button.setAttribute("type", "button");
  use.addEventListener("click", () => void keeper.use());
  later.addEventListener("click", () => {
    bar.remove();
    document.documentElement.classList.remove("has-update");
    find("main, .md-content")?.focus();
  });
  bar.append(words, use, later);
  document.body.append(bar);
  document.documentElement.classList.add("has-update");
  setTimeout(() => words.append(say("update-ready")), 100);
}

/**
 * A number of bytes in words: megabytes from one up, else kilobytes.
 * @param {number} bytes
 * @param {string} language
 * @returns {string}
 */
export function bytesIn(bytes, language) {
  const large = bytes >= 1e6;
  const digits = large ? 1 : 0;
  /** @type {Intl.NumberFormatOptions} */
  const format = { style: "unit", unit: large ? "megabyte" : "kilobyte", minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(language, format).format(bytes / (large ? 1e6 : 1e3)).replace(/\s/g, "\u00a0");
}
