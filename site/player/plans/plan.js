// One plan in words, as a date of a calendar, and in its place among the others.

import { dayInWords, dayOfIso } from "../time/days.js";

/** @typedef {import("../state/state.js").PlanRun} PlanRun */
/** @typedef {Pick<import("../player.js").Player, "say" | "language" | "store">} Speaker */

/** How a plan went. */
export const WENT = new Map([["yes", "plan-yes"], ["partly", "plan-partly"], ["no", "plan-no"]]);

/**
 * The plans in the order of the page: open ones by date and then those without, after them the ones looked back on.
 * @param {Record<string, PlanRun>} plans
 * @param {number} today
 * @returns {string[]} ids
 */
export function ordered(plans, today) {
  /** @param {string} id @returns {[number, number, string]} */
  const rank = (id) => {
    const plan = plans[id];
    const day = dayOfIso(plan?.date ?? "");
    return [plan?.kept ? 1 : 0, day === null ? Number.MAX_SAFE_INTEGER : plan?.kept ? today - day : day, id];
  };
  return Object.keys(plans).sort((one, other) => compare(rank(one), rank(other)));
}

/**
 * @param {[number, number, string]} one
 * @param {[number, number, string]} other
 * @returns {number}
 */
function compare(one, other) {
  return one[0] - other[0] || one[1] - other[1] || (one[2] < other[2] ? -1 : 1);
}

/**
 * The plan as one sentence.
 * @param {PlanRun | undefined} plan
 * @param {import("../page/words.js").Say} say
 * @returns {string}
 */
export function sentenceOf(plan, say) {
  const cue = bare(plan?.cue);
  const act = bare(plan?.act);
  if (cue && act) return say("plan-words", { cue, act });
  if (cue) return say("plan-cue-only", { cue });
  return act ? say("plan-act-only", { act }) : say("plan-neither");
}

/**
 * Words without the point at their end, which the sentence has.
 * @param {string} [words]
 */
function bare(words = "") {
  return words.trim().replace(/[\s.…]+$/, "");
}

/**
 * What stands below the sentence.
 * @param {PlanRun | undefined} plan
 * @param {Speaker} speaker
 * @param {number} today
 * @returns {{ words: string, past: boolean }[]}
 */
export function factsOf(plan, { say, language }, today) {
  const day = dayOfIso(plan?.date ?? "");
  const past = day !== null && day < today && !plan?.kept;
  const date = day === null ? "" : dayInWords(day, language);
  const facts = [{ words: day === null ? say("plan-no-day") : say(past ? "plan-was" : "plan-on", { date }), past }];
  const went = WENT.get(plan?.kept ?? "");
  if (went) facts.unshift({ words: say(went), past: false });
  if (plan?.partner.trim()) facts.push({ words: say("plan-with", { partner: plan.partner.trim() }), past: false });
  return facts;
}

/**
 * The plan for a text file.
 * @param {PlanRun | undefined} plan
 * @param {Speaker} speaker
 * @param {string} [place]
 * @returns {string}
 */
export function planText(plan, speaker, place) {
  const { say } = speaker;
  const lines = [sentenceOf(plan, say), ...factsOf(plan, speaker, Number.NEGATIVE_INFINITY).map((fact) => fact.words)];
  if (!plan?.kept) lines.push(say("plan-open"));
  if (place) lines.push(say("plan-from", { title: place }));
  return lines.map((line, at) => (at === 0 ? line : `  ${line}`)).join("\n");
}

/**
 * The plan as a date of a calendar; null where it has none.
 * @param {string} id
 * @param {PlanRun | undefined} plan
 * @param {Speaker} speaker
 * @returns {import("../time/calendar.js").CalendarEvent | null}
 */
export function eventOf(id, plan, { say, store }) {
  const day = dayOfIso(plan?.date ?? "");
  if (!plan || day === null) return null;
  const title = say("plan-event", { act: bare(plan.act) || bare(plan.cue) || bare(plan.partner) });
  const text = [sentenceOf(plan, say), ...(plan.partner.trim() ? [say("plan-with", { partner: plan.partner.trim() })] : [])].join("\n");
  return { uid: `${id}@plans.${store.course}`, day, title, text };
}
