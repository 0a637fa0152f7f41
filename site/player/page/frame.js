// The frame around the page: the menu as a real button, and the choice of light or dark.

import { find, make } from "./dom.js";

/**
 * The theme's menu is a label, out of reach of the keyboard: a button takes its place, Escape closes the drawer, and
 * focus goes into it and back.
 * @param {import("./words.js").Say} say
 */
export function mendMenu(say) {
  const label = find("label.site-menu");
  const drawer = document.getElementById("__drawer");
  const panel = find(".md-sidebar--primary");
  if (!label || !panel || !(drawer instanceof HTMLInputElement)) return;
  const button = make("button", label.className);
  button.setAttribute("type", "button");
  button.innerHTML = label.innerHTML;
  button.setAttribute("aria-label", say("menu"));
  label.replaceWith(button);
  const show = () => button.setAttribute("aria-expanded", String(drawer.checked));
  /** @param {boolean} open */
  const set = (open) => {
    drawer.checked = open;
    drawer.dispatchEvent(new Event("change", { bubbles: true }));
    show();
    (open ? find("a[href]", panel) : button)?.focus();
  };
  button.addEventListener("click", () => set(!drawer.checked));
  drawer.addEventListener("change", show);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked) set(false);
  });
  panel.addEventListener("focusout", (event) => {
    const next = event.relatedTarget;
    if (drawer.checked && next instanceof Element && !panel.contains(next)) {
      drawer.checked = false;
      show();
    }
  });
  show();
}

/**
 * The button that changes between light and dark, and keeps the choice.
 * @param {import("./words.js").Say} say
 */
export function mendScheme(say) {
  const button = find("button[data-scheme]");
  const words = find(".site-scheme__words");
  const root = document.documentElement;
  if (!button || !words) return;
  const device = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset["scheme"] ?? (device.matches ? "dark" : "light")) === "dark";
  const show = () => {
    words.textContent = say(isDark() ? "scheme-light" : "scheme-dark");
    button.title = words.textContent;
  };
  button.addEventListener("click", () => {
    root.dataset["scheme"] = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("scheme", root.dataset["scheme"]);
    } catch {
      // The choice holds until the page is left.
    }
    show();
  });
  device.addEventListener("change", show);
  button.removeAttribute("hidden");
  show();
}
