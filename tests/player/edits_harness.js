// Answers the items of a page as a learner wishes, by their native controls, and tells what the page shows of each: by
// the ids of parts and by words, never by places or ranks.

import { find, findAll } from "./page/dom.js";
import { plan } from "./driver.js";
import { startItems } from "./items/start.js";
import { decode } from "./state/codec.js";
import { Store } from "./state/store.js";
import { sayFrom } from "./page/words.js";

/**
 * @typedef {object} Wish
 * @property {string} item
 * @property {string} how right, half, wrong, any
 * @property {number} draw by which `any` chooses
 * @property {number} most so many steps at most
 * @property {number} hints
 * @property {number} sure
 * @property {boolean} check
 * @property {Wish} [then] tried again
 */

const STAND_INS = ["99817", "What I typed"];
const formOf = (item) => find(`form[data-item="${item}"]`);
const ownWords = (field, item, draw) => (field.inputMode === "decimal" ? String(700000 + draw) : `typed ${draw} in ${item}`);

function put(control, value) {
  control.value = value;
  for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
}

/**
 * The steps of an answer that chance draws.
 * @param {Wish} wish
 */
function anySteps({ item, draw }) {
  const form = formOf(item);
  const options = findAll(".option__input", form);
  const clicked = options[0]?.type === "radio" ? [options[draw % options.length]] : options.filter((_, at) => (draw >> at) & 1);
  const lists = findAll(".row select, select.gap", form);
  const moves = findAll(".move", form);
  const moved = moves.length > 0 ? [0, 3, 5].map((by) => moves[(draw + by) % moves.length]) : [];
  const fields = findAll(".entry__input, input.gap", form);
  return [
    ...[...clicked, ...moved].map((control) => () => control.click()),
    ...lists.map((list, at) => () => put(list, list.options[1 + ((draw + at * 7) % (list.options.length - 1))].value)),
    ...fields.map((field, at) => () => put(field, ownWords(field, item, draw + at))),
  ];
}

/**
 * The steps of an answer that is right, half or wrong.
 * @param {Wish} wish
 */
function drivenSteps({ item, how, draw }) {
  return plan(item, how).map((step) => () => {
    const control = find(step.at);
    if (step.do === "press") control.click();
    else put(control, STAND_INS.includes(step.value) ? ownWords(control, item, draw) : step.value);
  });
}

/** Each item as it was when it was checked last. */
let checked = {};

/** Whether a step answers anything: the first of some rows can't be moved up. */
function changes(form, step) {
  const before = JSON.stringify(itemOf(form));
  step();
  return before !== JSON.stringify(itemOf(form));
}

/** @param {Wish} wish */
async function fulfil(wish) {
  const form = formOf(wish.item);
  for (const hint of findAll(".hint", form).slice(0, wish.hints)) {
    if (hint.hidden || hint.open) continue;
    const open = new Promise((done) => hint.addEventListener("toggle", done, { once: true }));
    find("summary", hint).click();
    await open;
  }
  const steps = (wish.how === "any" ? anySteps(wish) : drivenSteps(wish)).slice(0, wish.most);
  const done = steps.filter((step) => changes(form, step)).length;
  if (wish.sure) find(`.sure input[value="${wish.sure}"]`, form)?.click();
  const [check, again] = ["check", "again"].map((name) => find(`[data-do=${name}]`, form));
  if (!check || check.closest("[hidden]")) return done;
  for (let press = 0; wish.check && press < 2; press += 1) if (!form.hasAttribute("data-checked")) check.click();
  if (form.hasAttribute("data-checked")) checked[wish.item] = itemOf(form);
  if (!wish.then || again.hidden) return done;
  again.click();
  return done + (await fulfil(wish.then));
}

const values = (controls) => Object.fromEntries(controls.map((one) => [one.id.split("--")[1], one.value]));
const words = (list) => (list.value === "" ? "" : list.selectedOptions[0].textContent);

/** @param {HTMLFormElement} form */
function itemOf(form) {
  const result = find(".item__result", form);
  const options = findAll(".option__input", form);
  return {
    key: form.dataset.key,
    chosen: options.filter((one) => one.checked).map((one) => one.id.split("--")[1]).sort(),
    shown: options.map((one) => one.id.split("--")[1]),
    picked: Object.fromEntries(findAll("select", form).map((list) => [list.id.split("--")[1], words(list)])),
    typed: values(findAll(".entry__input, input.gap", form)),
    rows: findAll(".row__label", form).map((one) => one.textContent.trim()),
    checked: form.hasAttribute("data-checked"),
    marks: findAll("[data-state]", form).length,
    kind: result?.dataset.result ?? "",
    words: result?.textContent ?? "",
    hints: findAll(".hint[data-used]", form).length,
    sure: Number(find(".sure input:checked", form)?.value ?? 0),
    told: find(".item__changed", form)?.textContent ?? "",
  };
}

function quizOf() {
  const place = find("[data-quiz]");
  const result = find(".quiz__result", place ?? document);
  return place && { id: place.dataset.quiz, kind: result.dataset.result ?? "", words: result.textContent };
}

function seen() {
  return { items: Object.fromEntries(findAll("form[data-item]").map((form) => [form.dataset.item, itemOf(form)])), quiz: quizOf() };
}

function state() {
  const { course } = document.body.dataset;
  return decode(localStorage.getItem(`course.${course}`), course).state;
}

/**
 * Shows a page in the place of the one before, as the player does when it starts: with what the storage holds.
 * @param {string} html
 */
function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.body.replaceWith(document.adoptNode(page.body));
  const say = sayFrom(findAll("template"));
  startItems({ store: new Store(localStorage, document.body.dataset.course), say, root: ".", language: "en" });
}

/**
 * @typedef {object} Asked what is done on a page
 * @property {string} name
 * @property {string} html
 * @property {Wish[]} wishes
 * @property {boolean} finish whether the quiz is finished
 * @property {Wish[]} again what is filled in when the finished quiz is taken again
 */

/** @param {Asked} asked */
async function answer({ name, html, wishes, finish, again }) {
  show(html);
  const steps = {};
  const each = async (some) => {
    for (const wish of some) if (formOf(wish.item)) steps[wish.item] = (steps[wish.item] ?? 0) + (await fulfil(wish));
  };
  await each(wishes);
  for (let press = 0; finish && press < 2; press += 1) if (!find("[data-do=finish]").hidden) find("[data-do=finish]").click();
  if (finish) Object.assign(checked, seen().items);
  if (finish && again.length > 0) find("[data-do=restart]").click();
  await each(finish ? again : []);
  return { name, ...seen(), steps };
}

/**
 * What comes and goes is JSON as text: browser and test hand over texts much faster than things.
 * @param {string} pages a list of Asked: a new learner answers on all of them
 */
async function learn(pages) {
  localStorage.clear();
  checked = {};
  const done = [];
  for (const page of JSON.parse(pages)) done.push(await answer(page));
  return JSON.stringify({ done, checked, state: state() });
}

/** @param {string} pages their HTML by name */
function look(pages) {
  const looked = Object.entries(JSON.parse(pages)).map(([name, html]) => {
    show(html);
    return { name, ...seen() };
  });
  return JSON.stringify({ looked, state: state() });
}

window.edits = { learn, look };
