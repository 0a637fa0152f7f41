// The newest content in the place of the old, where that changes nothing for the player: blocks that it has no part in are
// exchanged, and in a question the words alone, each in the very node that it stands in, so that what was chosen, typed,
// shuffled and opened stays. What can't be told for sure is left to a reload.
(() => {
  "use strict";

  /** @typedef {{ node: Element, source: string, texts: Text[] }} Block */
  /** @typedef {{ text: Text, words: string }} Change */

  const LIVELY = "form, input, select, textarea, button, template, script, iframe, video, audio, a[href*='glossary.html#']";
  const UNSPOKEN = "script, style, textarea";

  /**
   * The parts of a page's content, with their texts as nothing else has touched them yet.
   * @param {Element | null} within
   * @returns {Block[]}
   */
  function blocksOf(within) {
    return [...(within?.children ?? [])].map((node) => ({ node, source: node.outerHTML, texts: textsOf(node) }));
  }

  /**
   * All texts in their order, those of templates too.
   * @param {Node} within
   * @returns {Text[]}
   */
  function textsOf(within) {
    const inside = within instanceof HTMLTemplateElement ? within.content : within;
    return [...inside.childNodes].flatMap((node) => {
      if (node instanceof Text) return [node];
      return node instanceof Element && !node.matches(UNSPOKEN) ? textsOf(node) : [];
    });
  }

  /** @param {string} source */
  function parsed(source) {
    const made = document.createElement("template");
    made.innerHTML = source;
    return made;
  }

  /**
   * Whether nothing in it is the player's: it can be exchanged without a word to anybody.
   * @param {Block} block
   */
  function isStill({ source }) {
    const all = [...parsed(source).content.querySelectorAll("*")];
    return all.every((one) => !one.matches(LIVELY) && one.getAttributeNames().every((name) => !name.startsWith("data-")));
  }

  /**
   * Which words change where; null where more than words of questions does, or where the page says them elsewhere too.
   * @param {Element} place the content of the page
   * @param {string[]} said what the player says on the page
   * @param {Block} going
   * @param {Block} arriving
   * @returns {Change[] | null}
   */
  function rewording(place, said, going, arriving) {
    const [before, after] = [parsed(going.source), parsed(arriving.source)];
    const [old, fresh] = [textsOf(before), textsOf(after)];
    if (old.length !== fresh.length || old.length !== going.texts.length) return null;
    /** @type {Change[]} */
    const changes = [];
    for (const [at, one] of old.entries()) {
      const [text, words, was] = [going.texts[at], fresh[at]?.data ?? "", one.data];
      if (words !== was) {
        if (!text || text.data !== was || !one.parentElement?.closest("form[data-item]")) return null;
        if (!was.trim() || said.some((one) => one.includes(was.trim())) || isNamed(place, was.trim())) return null;
        changes.push({ text, words });
      }
    }
    for (const text of [...old, ...fresh]) text.data = "";
    return before.innerHTML === after.innerHTML ? changes : null;
  }

  /**
   * Whether an attribute tells the words: what the player said of them to those who hear the page.
   * @param {Element} place
   * @param {string} words
   */
  function isNamed(place, words) {
    return [...place.querySelectorAll("[aria-label], [title]")].some((one) =>
      ["aria-label", "title"].some((name) => one.getAttribute(name)?.includes(words)),
    );
  }

  /**
   * All that is reworded; null where anything else changes too.
   * @param {Element} place
   * @param {Block[]} had
   * @param {Block[]} going
   * @param {Block[]} arriving
   * @returns {Change[] | null}
   */
  function reworded(place, had, going, arriving) {
    const own = new Set(had.flatMap(({ texts }) => texts));
    const said = textsOf(place).filter((text) => !own.has(text)).map((text) => text.data);
    const found = going.map((block, at) => rewording(place, said, block, /** @type {Block} */ (arriving[at])));
    return found.every((changes) => changes !== null) ? found.flat() : null;
  }

  /** @param {Block[]} blocks */
  function foldsOf(blocks) {
    return blocks.flatMap(({ node }) => [...node.querySelectorAll("details")]);
  }

  /**
   * The blocks that differ: where they start, and how many are the same at the end.
   * @param {Block[]} had
   * @param {Block[]} coming
   */
  function differing(had, coming) {
    let start = 0;
    const most = Math.min(had.length, coming.length);
    while (start < most && had[start]?.source === coming[start]?.source) start++;
    let end = 0;
    while (end < most - start && had.at(-1 - end)?.source === coming.at(-1 - end)?.source) end++;
    return { start, end };
  }

  /**
   * Still blocks in the place of still ones, with the folds as they were.
   * @param {Block[]} going
   * @param {Block[]} arriving
   * @param {Element | undefined} before
   * @param {Element | undefined} next
   * @returns {Block[] | null} the new ones; null where one of them isn't still
   */
  function replaced(going, arriving, before, next) {
    if (![...going, ...arriving].every(isStill)) return null;
    if (going.some(({ node }) => node.contains(document.activeElement))) return null;
    const folds = foldsOf(going).map((one) => one.open);
    const made = arriving.map(({ node, source }) => ({ node: document.importNode(node, true), source }));
    const nodes = made.map(({ node }) => node);
    for (const { node } of going) node.remove();
    if (next) next.before(...nodes);
    else before?.after(...nodes);
    const now = made.map((block) => ({ ...block, texts: textsOf(block.node) }));
    const opened = foldsOf(now);
    if (opened.length === folds.length) opened.forEach((one, at) => (one.open = folds[at] ?? one.open));
    return now;
  }

  /**
   * Puts the blocks of a fresh page in the place of those that differ.
   * @param {Element} place the content of the page
   * @param {Block[]} had its blocks
   * @param {Document} fresh
   * @returns {Block[] | null} its blocks now; null where the page has to come anew
   */
  function exchange(place, had, fresh) {
    const coming = blocksOf(fresh.querySelector(".page"));
    if (coming.length === 0) return null;
    const { start, end } = differing(had, coming);
    const [going, arriving] = [had.slice(start, had.length - end), coming.slice(start, coming.length - end)];
    if (!going.every(({ node }) => node.parentNode === place)) return null;
    const changes = going.length === arriving.length ? reworded(place, had, going, arriving) : null;
    if (changes) for (const { text, words } of changes) text.data = words;
    const now = changes
      ? going.map((block, at) => ({ ...block, source: arriving[at]?.source ?? "" }))
      : replaced(going, arriving, had[start - 1]?.node, had[had.length - end]?.node);
    return now && [...had.slice(0, start), ...now, ...had.slice(had.length - end)];
  }

  Object.assign(window, { courseServe: { blocksOf, exchange } });
})();
