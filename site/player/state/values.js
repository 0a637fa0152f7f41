// What of an untrusted text is taken as a value.

/**
 * @param {unknown} value
 * @returns {import("./state.js").Visit | null}
 */
export function visitOf(value) {
  const { page, title, question } = /** @type {Record<string, unknown>} */ (value ?? {});
  if (typeof page !== "string" || typeof title !== "string") return null;
  return { page, title, question: typeof question === "string" ? question : "" };
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
export function isCount(value) {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

/**
 * @param {unknown} value
 * @returns {value is number[]}
 */
export function isCounts(value) {
  return Array.isArray(value) && value.every(isCount);
}

/**
 * @param {unknown} value
 * @returns {value is import("./state.js").Choice}
 */
export function isChoice(value) {
  return Array.isArray(value) && value.length === 2 && isCount(value[0]) && isCounts(value[1]);
}

/**
 * An object whose fields are all of the given kinds, without any other field; null for anything else.
 * @param {unknown} value
 * @param {Record<string, (field: unknown) => boolean>} kinds
 * @returns {any}
 */
export function objectOf(value, kinds) {
  if (!value || typeof value !== "object" || Array.isArray(value)) return null;
  const data = /** @type {Record<string, unknown>} */ (value);
  /** @type {Record<string, unknown>} */
  const made = {};
  for (const [name, isKind] of Object.entries(kinds)) {
    if (!isKind(data[name])) return null;
    made[name] = data[name];
  }
  return made;
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
export function isText(value) {
  return typeof value === "string";
}
