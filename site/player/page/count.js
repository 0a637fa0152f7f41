// Words with a number in them, in the form that the page's language has for the number.

/**
 * @param {import("../player.js").Player} player
 * @param {string} name the word's name; the page carries it as `name.one`, `name.other`, …
 * @param {number} count fills `{n}`
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function sayCount(player, name, count, values = {}) {
  const filled = { n: new Intl.NumberFormat(player.language).format(count), ...values };
  const key = `${name}.${new Intl.PluralRules(player.language).select(count)}`;
  const said = player.say(key, filled);
  return said === key ? player.say(`${name}.other`, filled) : said;
}

/**
 * Words in a row, as the language joins them: a, b and c.
 * @param {import("../player.js").Player} player
 * @param {string[]} words
 * @returns {string}
 */
export function sayList(player, words) {
  return new Intl.ListFormat(player.language, { type: "conjunction" }).format(words);
}
