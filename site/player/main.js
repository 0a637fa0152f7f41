// The player of the site: finds what is on the page and brings it to life. Without it everything can still be read.

import { find, findAll } from "./dom.js";
import { mendMenu, mendScheme } from "./frame.js";
import { ChoiceItem } from "./items/choice.js";
import { rememberVisit, showProgress } from "./progress.js";
import { QuizEnd } from "./quiz.js";
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
  const end = find("[data-quiz-end]");
  /** @type {ChoiceItem[]} */
  const items = [];
  for (const form of findAll("form")) {
    if (!(form instanceof HTMLFormElement) || form.name === "search") continue;
    if (CHOICES.includes(form.dataset["type"] ?? "")) items.push(new ChoiceItem(form, store, say));
    else form.addEventListener("submit", (event) => event.preventDefault());
  }
  for (const item of items) item.start(end !== null);
  if (end) new QuizEnd(end, items, store, say).start();
  showProgress(store, say);
  rememberVisit(store, say, template?.dataset["root"] ?? ".");
  document.addEventListener("answered", () => showProgress(store, say));
}

main();
