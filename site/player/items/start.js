// Finds the items of a page, gives each to its type, and the quiz around them to its player.

import { find, findAll } from "../page/dom.js";
import { Quiz } from "../quiz/quiz.js";
import { dayOf, dayOfIso } from "../time/days.js";
import { ChoiceItem } from "./choice.js";
import { ClozeItem } from "./cloze.js";
import { OrderingItem } from "./ordering.js";
import { ReflectionItem } from "./reflection.js";
import { RowsItem } from "./rows.js";
import { NumericItem, ShortItem } from "./typed.js";

/** @typedef {import("../player.js").Player} Player */
/** @typedef {import("./item.js").Item} Item */

/** @type {Record<string, new (form: HTMLFormElement, player: Player) => Item>} */
const TYPES = {
  single_choice: ChoiceItem,
  multiple_response: ChoiceItem,
  true_false: ChoiceItem,
  judgement: ChoiceItem,
  numeric: NumericItem,
  short_answer: ShortItem,
  cloze: ClozeItem,
  matching: RowsItem,
  categorise: RowsItem,
  ordering: OrderingItem,
};

/** @param {Player} player */
export function startItems(player) {
  const place = find("[data-quiz]");
  const quiz = place ? new Quiz(place, player) : null;
  const again = new URLSearchParams(location.search).get("again");
  for (const form of findAll("form[data-item]")) {
    if (!(form instanceof HTMLFormElement)) continue;
    const Type = TYPES[form.dataset["type"] ?? ""];
    if (!Type) {
      new ReflectionItem(form, player).start();
      continue;
    }
    const item = new Type(form, player);
    if (quiz?.takes(item)) continue;
    item.start({ later: false, fresh: isAskedAfresh(item, player, item.key === again) });
  }
  quiz?.start();
  if (player.store.text === null && find("form[data-item]")) player.store.change(() => {}); // the seed of the orders shown
}

/**
 * Whether the item is asked anew: because the address asks for it and it was not answered today, or because a refresher
 * does, where it was answered last before the month began, and not just now.
 * @param {Item} item
 * @param {Player} player
 * @param {boolean} again
 */
function isAskedAfresh(item, player, again) {
  const month = item.form.closest("[data-fresh-from]")?.getAttribute("data-fresh-from");
  const first = month ? dayOfIso(`${month}-01`) : null;
  const seen = player.store.state.rhythm[item.key]?.seen;
  if (again && seen !== dayOf()) return true;
  return first !== null && (seen === undefined || seen < Math.min(first, dayOf() - 1));
}
