// What is kept of the course for use without a connection: the worker's registration, and what it says.

/** @typedef {{ release: string, version: string, date: number }} Note */

/** The registration of this course's worker, if there is one, and what it says. */
export class Keeper {
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
   * Calls `act` once for each newer worker that has everything and waits beside the active one. Its change of state
   * may be told after it was seen waiting.
   * @param {() => void} act
   */
  async whenReady(act) {
    const found = await this.registration();
    if (!found) return;
    /** @type {ServiceWorker | null} */
    let told = null;
    const look = () => {
      if (!found.waiting || !found.active || found.waiting === told) return;
      told = found.waiting;
      act();
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

/**
 * What may be kept here: nothing from a folder, or where the browser has no workers.
 * @param {string} root the way from this page to the site's root
 * @returns {Keeper | null}
 */
export function keeperOf(root) {
  if (location.protocol === "file:" || !navigator.serviceWorker) return null;
  return new Keeper(new URL(`${root}/`, location.href));
}
