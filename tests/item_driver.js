// The steps that answer an item: focus an element and press a key or type words there, or pick from a native list.
// What is right is read from the answer that stands folded in the item.
const form = (item) => document.querySelector(`form.item[data-item="${item}"]`);
const at = (element) => {
  if (!element.id) element.id = `drive-${Math.random().toString(36).slice(2)}`;
  return `[id="${element.id}"]`;
};
const tick = (input) => ({ do: "press", at: at(input), value: "Space" });
const type = (input, value) => ({ do: "type", at: at(input), value });
const pick = (select, value) => ({ do: "pick", at: at(select), value });
const WRONG = "99817";

const option = (one, part) => one.querySelector(`.option__input[value="${part}"]`);

function single(one, how) {
  const [right, wrong] = ["true", "false"].map((said) => one.querySelector(`.reason[data-right=${said}]`));
  return [tick(option(one, (how === "right" ? right : wrong).dataset.part))];
}

function several(one, how) {
  const parts = (said) => [...one.querySelectorAll(`.reason[data-right=${said}]`)].map((reason) => reason.dataset.part);
  const wanted = { right: parts("true"), half: parts("true").slice(0, 1), wrong: parts("false") }[how];
  const inputs = [...one.querySelectorAll(".option__input")];
  return inputs.filter((input) => input.checked !== wanted.includes(input.value)).map(tick);
}

function judgement(one, how) {
  const graded = [...one.querySelectorAll(".reason[data-score]")].sort((a, b) => a.dataset.score - b.dataset.score);
  const wanted = { right: graded.at(-1), half: graded.find((reason) => reason.dataset.score > graded[0].dataset.score), wrong: graded[0] };
  return [tick(option(one, wanted[how].dataset.part))];
}

const key = (one, selector) => one.querySelector(".item__key").content.querySelector(selector).textContent;

function typed(one, how) {
  const right = one.dataset.answer ?? key(one, "[data-accepted]");
  return [type(one.querySelector(".entry__input"), how === "right" ? right : WRONG)];
}

/** The value of a list's choice that is right, and of one that is not. */
function choices(select, right) {
  return [right, [...select.options].find((offer) => offer.value && offer.value !== right).value];
}

function cloze(one, how) {
  return [...one.querySelectorAll(".gap")].map((gap, index) => {
    const words = key(one, `[data-gap="${gap.dataset.part}"]`);
    const good = how === "right" || (how === "half" && index === 0);
    if (gap.localName === "input") return type(gap, good ? words : WRONG);
    const [right, other] = choices(gap, [...gap.options].find((offer) => offer.textContent === words).value);
    return pick(gap, good ? right : other);
  });
}

function rows(one, how) {
  return [...one.querySelectorAll(".row[data-part]")].map((row, index) => {
    const select = row.querySelector("select");
    const [right, other] = choices(select, row.dataset.right);
    return pick(select, how === "right" || (how === "half" && index === 0) ? right : other);
  });
}

function ordering(one, how) {
  const right = one.dataset.order.split(" ");
  const turned = [...right.slice(1), right[0]];
  const wanted = { right, half: [right[0], ...right.slice(1).reverse()], wrong: turned }[how];
  const there = [...one.querySelectorAll(".row")].map((row) => row.dataset.part);
  const press = (part, way) => ({ do: "press", at: at(one.querySelector(`.row[data-part="${part}"] [data-do=${way}]`)), value: "Enter" });
  const steps = [];
  wanted.forEach((part, place) => {
    for (let index = there.indexOf(part); index > place; index -= 1) {
      there.splice(index - 1, 0, there.splice(index, 1)[0]);
      steps.push(press(part, "up"));
    }
  });
  return steps.length ? steps : [press(wanted[0], "down"), press(wanted[0], "up")];
}

const TYPES = {
  single_choice: single, true_false: single, multiple_response: several, judgement, numeric: typed, short_answer: typed,
  cloze, matching: rows, categorise: rows, ordering,
  reflection: (one) => [type(one.querySelector("textarea"), "What I typed")],
};

function plan(item, how) {
  return TYPES[form(item).dataset.type](form(item), how);
}
