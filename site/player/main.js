// The player of the site: finds what is on the page and brings it to life. Without it everything can still be read.

import { followOtherTabs, openBox } from "./adapters/browser.js";
import { startItems } from "./items/start.js";
import { startUpdates } from "./offline/update.js";
import { find, findAll } from "./page/dom.js";
import { mendMenu, mendScheme } from "./page/frame.js";
import { startGlossary } from "./page/glossary.js";
import { startNotices } from "./page/notices.js";
import { sayFrom } from "./page/words.js";
import { startPlans } from "./plans/make.js";
import { startProgress } from "./progress/progress.js";
import { Store } from "./state/store.js";
import { startToday } from "./today/today.js";

/**
 * The page's language as the learner's device writes it: dates in British or in American English.
 * @returns {string}
 */
function ownLanguage() {
  const { lang } = document.documentElement;
  return navigator.languages.find((one) => one.split("-")[0] === lang.split("-")[0]) ?? lang;
}

/** @returns {import("./player.js").Player} */
function main() {
  const frame = find("#player--words");
  const say = sayFrom(findAll("template").filter((one) => one instanceof HTMLTemplateElement));
  const store = new Store(openBox(), frame?.dataset["course"] ?? "");
  followOtherTabs(store);
  const player = { store, say, root: (frame?.dataset["root"] ?? ".").replace(/\/$/, ""), language: ownLanguage() };
  mendMenu(say);
  mendScheme(say);
  startNotices(player);
  startItems(player);
  startGlossary(player);
  startPlans(player);
  startProgress(player);
  startToday(player);
  startUpdates(player);
  return player;
}

/** The player of this page, for the scripts that come after. */
export const player = main();
