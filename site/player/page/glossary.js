// A word of the glossary: its meaning beside the text, without leaving the page. Without the player the word is a link.

import { find, findAll, make } from "./dom.js";

/** @param {import("../player.js").Player} player */
export function startGlossary(player) {
  const meanings = find("template[data-terms]");
  if (!(meanings instanceof HTMLTemplateElement) || !("popover" in HTMLElement.prototype)) return;
  findAll(".page a[href*='glossary.html#']").forEach((link, at) => {
    const term = (link.getAttribute("href") ?? "").split("#")[1] ?? "";
    const meaning = meanings.content.querySelector(`[data-term="${CSS.escape(term)}"]`);
    if (meaning && link instanceof HTMLAnchorElement) arm(link, meaning, `term-note-${at}`, player.say("in-glossary"));
  });
}

/**
 * Turns the link into a button that shows the meaning. It stands after the word, so that reading goes on in it; Escape, a
 * press elsewhere and the button itself close it.
 * @param {HTMLAnchorElement} link
 * @param {Element} meaning
 * @param {string} id
 * @param {string} more the words of the link to the glossary
 */
function arm(link, meaning, id, more) {
  const note = make("span", "term-note");
  note.id = id;
  note.popover = "manual";
  const on = make("a", "term-note__more", more);
  on.setAttribute("href", link.href);
  note.append(...Array.from(meaning.cloneNode(true).childNodes), " ", on);
  link.after(note);
  link.setAttribute("role", "button");
  link.setAttribute("aria-controls", id);
  const show = (/** @type {boolean} */ open) => {
    note.togglePopover(open);
    link.setAttribute("aria-expanded", String(open));
    if (open) place(note, link);
  };
  const isOpen = () => note.matches(":popover-open");
  link.setAttribute("aria-expanded", "false");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(!isOpen());
  });
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    show(!isOpen());
  });
  document.addEventListener("click", (event) => {
    if (isOpen() && event.target instanceof Node && !note.contains(event.target) && !link.contains(event.target)) show(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    if (note.contains(document.activeElement)) link.focus();
    show(false);
  });
}

/**
 * Below the word, within the window; above it where there is no room below.
 * @param {HTMLElement} note
 * @param {HTMLElement} link
 */
function place(note, link) {
  const word = link.getBoundingClientRect();
  const { width, height } = note.getBoundingClientRect();
  const below = word.bottom + 8 + height <= window.innerHeight;
  note.style.top = `${below ? word.bottom + 8 : Math.max(8, word.top - 8 - height)}px`;
  note.style.left = `${Math.min(Math.max(8, word.left), Math.max(8, window.innerWidth - width - 8))}px`;
}
