// The player of the site: finds what is on the page and brings it to life. Without it everything can still be read.

import { find, findAll } from "./dom.js";
import { mendMenu, mendScheme } from "./frame.js";
import { ChoiceItem } from "./items/choice.js";
import { rememberVisit, showProgress } from "./progress.js";
import { Store } from "./state.js";
import { sayFrom } from "./words.js";

const CHOICES = ["single_choice", "multiple_response", "true_false"];

/** @returns {Storage | null} */
function openBox() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function main() {
  const template = find("#player--words");
  const say = sayFrom(template instanceof HTMLTemplateElement ? template : null);
  const store = new Store(openBox(), template?.dataset["course"] ?? "");
  mendMenu(say);
  mendScheme(say);
  for (const form of findAll("form[data-item]")) {
    if (!(form instanceof HTMLFormElement)) continue;
    if (CHOICES.includes(form.dataset["type"] ?? "")) new ChoiceItem(form, store, say).start();
    else form.addEventListener("submit", (event) => event.preventDefault());
  }
  showProgress(store, say);
  rememberVisit(store, say, template?.dataset["root"] ?? ".");
  document.addEventListener("answered", () => showProgress(store, say));
}

main();
