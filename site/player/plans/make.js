// If-then plans: made in a lesson from what the course suggests. plans/page.js gathers them.

import { find, findAll } from "../page/dom.js";
import { keepPlan, saidIn } from "../sheet/fields.js";
import { Keeper } from "../sheet/keeper.js";
import { dayOf, dayOfIso } from "../time/days.js";

/** @param {import("../player.js").Player} player */
export function startPlans(player) {
  for (const form of findAll("form[data-plan-make]")) startMaking(form, player);
}

/**
 * The form of a lesson: nothing is kept before the learner makes the plan theirs; from then on it saves as they type.
 * @param {HTMLElement} form
 * @param {import("../player.js").Player} player
 */
function startMaking(form, { store, say }) {
  const id = form.dataset["plan"] ?? "";
  const status = find("[role=status]", form);
  const fold = find("[data-plan-fold]", form);
  const open = () => fold?.setAttribute("open", "");
  const button = find("[type=submit]", form);
  const keeper = new Keeper(form, store);
  const tell = () => {
    const day = dayOfIso(store.state.plans[id]?.date ?? "");
    const past = day !== null && day < dayOf() ? ` ${say("plan-past")}` : "";
    const words = say(store.keeps ? "plan-kept" : "kept-not") + past;
    if (status && status.textContent !== words) status.textContent = words;
  };
  const show = () => {
    const taken = store.state.plans[id] !== undefined;
    if (button) button.textContent = say(taken ? "plan-change" : "plan-make");
    if (taken) {
      keeper.show();
      open();
    }
    keeper.paused = !taken;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const parts = saidIn(form);
    if (!parts.cue.trim() && !parts.act.trim()) {
      status?.replaceChildren(say("plan-empty"));
      open();
      find("textarea", form)?.focus();
      return;
    }
    store.change((state) => keepPlan(state, id, parts));
    tell();
  });
  keeper.told = tell;
  keeper.start();
  store.listen(show);
  show();
  form.hidden = false;
}
