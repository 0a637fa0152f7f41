// What the preview adds to a page, and no published page has: the newest content in the place of the old, the reader left
// where they were, and the findings in a corner. It stands right after the content, before anything else has touched it.
(() => {
  "use strict";

  /** @typedef {{ page: string, frame?: string, style?: string, assets?: string }} Versions */
  /** @typedef {{ severity: string, code: string, message: string, help: string, file: string, line: number, column: number }} Row */
  /** @typedef {{ root: string, rows: Row[], count: string, shown: boolean }} Found */
  /** @typedef {{ node: Element, source: string, texts: Text[] }} Block */
  /** @typedef {{ blocksOf: (within: Element | null) => Block[], exchange: (place: Element, had: Block[], fresh: Document) => Block[] | null }} Exchange */
  /** @typedef {{ page: string, y: number, id: string, top: number, folds: Record<string, boolean>, focus: string, caret: [number, number] | null }} Kept */

  const KEPT = "course-serve";
  const OPEN = "course-serve-open";
  const MOST_ROWS = 200;
  const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";

  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** @type {{ page: string, versions: Versions }} */
  const said = JSON.parse(own.dataset["serve"] ?? "{}");
  const place = document.querySelector(".page");
  /** @type {Exchange} */
  const { blocksOf, exchange } = /** @type {any} */ (window).courseServe;
  let blocks = blocksOf(place);

  // Where the reader is, kept over a reload.

  /** @param {Element} element */
  function nameOf(element) {
    const near = element.closest("[id]");
    if (near === element) return `#${element.id}`;
    const all = [...(near ?? document).querySelectorAll(element.localName)];
    return `#${near?.id ?? ""} ${element.localName} ${all.indexOf(element)}`;
  }

  /** @param {string} name */
  function named(name) {
    const [id = "", tag, at] = name.split(" ");
    const near = id === "#" ? document : document.getElementById(id.slice(1));
    return tag ? (near?.querySelectorAll(tag)[Number(at)] ?? null) : /** @type {Element | null} */ (near);
  }

  function leave() {
    const anchors = [...(place?.querySelectorAll("[id]") ?? [])].filter((one) => one.getClientRects().length > 0);
    const above = anchors.filter((one) => one.getBoundingClientRect().top < innerHeight / 3).at(-1);
    const folds = [...(place?.querySelectorAll("details") ?? [])].map((one) => [nameOf(one), one.open]);
    const focus = document.activeElement;
    /** @type {Kept} */
    const kept = {
      page: location.pathname,
      y: scrollY,
      id: above?.id ?? "",
      top: above?.getBoundingClientRect().top ?? 0,
      folds: Object.fromEntries(folds),
      focus: focus && focus !== document.body && place?.contains(focus) ? nameOf(focus) : "",
      caret: caretOf(focus),
    };
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
    history.scrollRestoration = "manual";
    location.reload();
  }

  /**
   * @param {Element | null} field
   * @returns {[number, number] | null}
   */
  function caretOf(field) {
    const typed = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === "text");
    return typed ? [field.selectionStart ?? 0, field.selectionEnd ?? 0] : null;
  }

  function comeBack() {
    const text = sessionStorage.getItem(KEPT);
    sessionStorage.removeItem(KEPT);
    if (!text) return;
    /** @type {Kept} */
    const kept = JSON.parse(text);
    if (kept.page !== location.pathname) return;
    for (const [name, open] of Object.entries(kept.folds)) {
      const fold = named(name);
      if (fold instanceof HTMLDetailsElement) fold.open = open;
    }
    const scroll = () => {
      const anchor = kept.id ? document.getElementById(kept.id) : null;
      if (anchor?.getClientRects().length) scrollBy({ top: anchor.getBoundingClientRect().top - kept.top, behavior: "instant" });
      else scrollTo({ top: kept.y, behavior: "instant" });
    };
    addEventListener("DOMContentLoaded", () => {
      const focus = kept.focus ? named(kept.focus) : null;
      if (focus instanceof HTMLElement && focus.matches(FOCUSABLE)) {
        focus.focus({ preventScroll: true });
        const typed = focus instanceof HTMLTextAreaElement || focus instanceof HTMLInputElement;
        if (typed && kept.caret) focus.setSelectionRange(...kept.caret);
      }
      scroll();
    });
    addEventListener("load", () => {
      scroll();
      history.scrollRestoration = "auto";
    });
  }

  // The newest content in the place of the old.

  /** The style sheet in its newest version; the old one goes when the new one is there. */
  function restyle() {
    const old = [...document.querySelectorAll("link[rel=stylesheet]")].find((one) => /\/site\.css(\?|$)/.test(one.getAttribute("href") ?? ""));
    if (!(old instanceof HTMLLinkElement)) return leave();
    const link = /** @type {HTMLLinkElement} */ (old.cloneNode());
    const address = new URL(old.href);
    address.searchParams.set("serve", said.versions.style ?? "");
    link.href = address.href;
    link.addEventListener("load", () => old.remove());
    old.after(link);
  }

  let busy = false;

  /** @param {Versions} now */
  async function follow(now) {
    const had = said.versions;
    if (busy || JSON.stringify(now) === JSON.stringify(had)) return;
    if (!place || now.assets !== had.assets || now.frame !== had.frame) return leave();
    if (now.style !== had.style) {
      had.style = now.style ?? "";
      restyle();
    }
    if (now.page === had.page) return;
    busy = true;
    try {
      const answer = await fetch(location.href, { cache: "no-store" });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const carried = fresh.querySelector("script[data-serve]")?.getAttribute("data-serve");
      /** @type {Versions} */
      const got = JSON.parse(carried ?? "{}").versions ?? {};
      if (got.assets !== had.assets || got.frame !== had.frame) return leave();
      const now = exchange(place, blocks, fresh);
      if (!now) return leave();
      [blocks, had.page] = [now, got.page];
    } catch {
      return; // the preview has stopped: when it is there again, it says what is new
    } finally {
      busy = false;
    }
    if (latest && latest.page !== had.page) await follow(latest);
  }

  // Findings.

  /**
   * @param {string} tag
   * @param {string} [kind]
   * @param {...(string | Node)} inside
   */
  function make(tag, kind = "", ...inside) {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    made.append(...inside);
    return made;
  }

  const host = make("div", "course-serve");
  host.lang = "en";
  host.dir = "ltr";
  const root = host.attachShadow({ mode: "open" });
  const style = /** @type {HTMLLinkElement} */ (make("link"));
  style.rel = "stylesheet";
  style.href = "/_serve/serve.css";
  const panel = make("aside", "panel");
  panel.setAttribute("aria-label", "Findings");
  panel.hidden = true;
  const button = make("button", "panel__button");
  button.setAttribute("type", "button");
  button.setAttribute("aria-controls", "findings");
  const box = make("div", "panel__box");
  box.id = "findings";
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", "List of findings");
  const status = make("p", "panel__status");
  status.setAttribute("role", "status");
  panel.append(button, box);
  root.append(style, status, panel);

  let byItself = false;

  /** @param {boolean} open */
  function unfold(open) {
    box.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  }

  /** @param {boolean} open */
  function choose(open) {
    unfold(open);
    byItself = false;
    sessionStorage.setItem(OPEN, open ? "yes" : "");
  }

  button.addEventListener("click", () => choose(box.hasAttribute("hidden")));
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || box.hidden) return;
    choose(false);
    button.focus();
    event.stopPropagation();
  });

  /**
   * @param {Row} row
   * @param {string} folder
   */
  function item(row, folder) {
    const at = [row.file, row.line, row.column].filter((one) => one).join(":");
    const lines = [
      make("p", "finding__head", make("span", `finding__weight finding__weight--${row.severity}`, row.severity), " ", make("code", "", row.code)),
      make("p", "finding__message", row.message),
    ];
    if (row.file) {
      const link = make("a", "finding__open", "open in the editor");
      const path = `${folder}/${row.file}`.split("/").map(encodeURIComponent).join("/");
      link.setAttribute("href", `vscode://file${path}:${row.line || 1}:${row.column || 1}`);
      link.setAttribute("aria-label", `open in the editor: ${at}`);
      lines.push(make("p", "finding__place", make("code", "", at), " ", link));
    }
    if (row.help) lines.push(make("p", "finding__help", make("b", "", "help:"), ` ${row.help}`));
    return make("li", "finding", ...lines);
  }

  /** @param {Found} found */
  function show(found) {
    const words = found.shown ? found.count : `${found.count}: this page stays as it was`;
    panel.hidden = found.rows.length === 0;
    if (status.textContent !== words) status.textContent = words;
    const worst = found.rows.some((row) => row.severity === "error") ? "error" : "warning";
    button.replaceChildren(make("span", `panel__sign panel__sign--${worst}`, worst === "error" ? "!" : "i"), ` ${words}`);
    const list = make("ul", "panel__list", ...found.rows.slice(0, MOST_ROWS).map((row) => item(row, found.root)));
    const more = found.rows.length - MOST_ROWS;
    box.replaceChildren(list, ...(more > 0 ? [make("p", "panel__more", `and ${more} more: the terminal shows all`)] : []));
    if (!found.shown && box.hasAttribute("hidden")) byItself = true;
    if (byItself) unfold(!found.shown);
  }

  // The line of news.

  /** @type {EventSource | null} */
  let line = null;
  /** @type {Versions | null} */
  let latest = null;

  function listen() {
    line ??= new EventSource(`/_serve/events?page=${encodeURIComponent(said.page)}`);
    line.onmessage = (event) => {
      const news = JSON.parse(event.data);
      if (news.found?.rows) show(news.found);
      if (news.versions) {
        latest = news.versions;
        void follow(news.versions);
      }
    };
  }

  /** A browser allows few lines to one address: pages that nobody sees let go of theirs. */
  function mind() {
    if (document.visibilityState === "visible") return listen();
    line?.close();
    line = null;
  }

  comeBack();
  unfold(sessionStorage.getItem(OPEN) === "yes");
  document.body.append(host);
  document.addEventListener("visibilitychange", mind);
  addEventListener("pagehide", () => {
    line?.close();
    line = null;
  });
  addEventListener("pageshow", mind);
})();
