// Progress in words: how many of the questions that an element names have been answered.

import { find, findAll } from "./dom.js";

/**
 * Writes the progress of every `[data-progress]`, which lists state keys, into it or into its words.
 * @param {import("./state.js").Store} store
 * @param {import("./words.js").Say} say
 */
export function showProgress(store, say) {
  for (const place of findAll("[data-progress]")) {
    const keys = (place.dataset["progress"] ?? "").split(" ").filter(Boolean);
    const done = keys.filter((key) => store.answer(key)).length;
    if (done === 0 || keys.length === 0) continue;
    const words = find("[data-progress-words]", place) ?? place;
    words.textContent = say("answered", { done, all: keys.length });
    words.toggleAttribute("data-all-done", done === keys.length);
    if (done === keys.length) words.textContent += ` · ${say("done")}`;
    place.removeAttribute("hidden");
  }
}

/**
 * Remembers the lesson that is open, and lets the start page's button lead to the one opened last.
 * @param {import("./state.js").Store} store
 * @param {import("./words.js").Say} say
 * @param {string} root the way from this page to the site's root
 */
export function rememberVisit(store, say, root) {
  const base = new URL(`${root}/`, location.href).href;
  const title = find(".page--lesson h1")?.textContent?.trim();
  if (title && location.href.startsWith(base)) {
    store.visit({ page: location.href.slice(base.length).replace(/[?#].*$/, ""), title });
  }
  const button = document.querySelector("a[data-continue]");
  const last = store.state.last;
  if (button instanceof HTMLAnchorElement && last && /^lessons\/[a-z0-9-]+\.html$/.test(last.page)) {
    button.href = base + last.page;
    if (button.firstChild) button.firstChild.textContent = `${say("continue", { title: last.title })} `;
  }
}

/** @param {import("./player.js").Player} _player */
export function startProgress(_player) {}
