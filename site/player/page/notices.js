// A quiet line on top of the page where answers could not be read or are not kept: what happened, and what to do.

import { find, make } from "./dom.js";

const FAULTS = ["damaged", "newer", "repaired", "too-big", "other-course"];

/** @param {import("../player.js").Player} player */
export function startNotices({ store, say, root }) {
  const page = find(".page");
  if (!page) return;
  const place = make("div", "notice");
  place.setAttribute("role", "status");
  place.hidden = true;
  page.prepend(place);
  let shown = "";
  const show = () => {
    const told = wordOf(store);
    if (!told || told === shown) return;
    shown = told;
    place.hidden = false;
    const link = make("a", "", say("notice-more"));
    link.setAttribute("href", `${root}/progress.html#page--answers`);
    place.replaceChildren(say(told), " ", link);
  };
  if (FAULTS.includes(store.fault)) show();
  store.listen(show);
}

/**
 * @param {import("../state/store.js").Store} store
 * @returns {string} the word to say; empty where all is well
 */
function wordOf(store) {
  if (store.overtaken) return "notice-overtaken";
  if (!store.keeps) return store.blocked ? "notice-blocked" : "notice-full";
  if (!FAULTS.includes(store.fault)) return "";
  return store.fault === "repaired" || store.fault === "newer" ? `notice-${store.fault}` : "notice-damaged";
}
