// A walk through a page by the Tab key. `stops` gives every place where Tab should come to rest; `here` what is true of
// the one that has focus now: it can be seen, nothing lies over it, it shows that it has focus, it is large enough.
const HIDDEN = (one) => {
  const fold = one.closest("details:not([open])");
  return !one.checkVisibility({ visibilityProperty: true }) || (fold && fold !== one && !one.matches("summary") && true);
};
const PARTS = 4;
const NAME = (one) => `${one.localName}${one.id ? `#${one.id}` : ""}.${one.className} ${(one.getAttribute("aria-label") ?? one.textContent ?? "").trim().slice(0, 40)}`;

function tabbable() {
  const wanted = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  return [...document.querySelectorAll(wanted)].filter((one) => one.tabIndex >= 0 && !one.disabled && !HIDDEN(one)).filter(firstOfGroup);
}

function firstOfGroup(one) {
  if (one.type !== "radio") return true;
  const group = [...document.querySelectorAll(`input[type=radio][name="${CSS.escape(one.name)}"]`)].filter((radio) => radio.form === one.form && !HIDDEN(radio));
  return one === (group.find((radio) => radio.checked) ?? group[0]);
}

function start() {
  window.walked = [];
  window.stays = 0;
  window.walkStops = tabbable();
  return window.walkStops.length;
}

function boxOf(one) {
  const boxes = [one, ...(one.labels ?? [])].map((part) => part.getBoundingClientRect()).filter((box) => box.width > 0);
  return {
    top: Math.min(...boxes.map((box) => box.top)), bottom: Math.max(...boxes.map((box) => box.bottom)),
    width: Math.max(...boxes.map((box) => box.width)), height: Math.max(...boxes.map((box) => box.height)),
  };
}

function ringed(one) {
  const parts = [one, ...(one.labels ?? []), one.parentElement, one.closest("form[name=search]")].filter(Boolean);
  const probe = document.createElement("span");
  probe.className = "walk-probe";
  document.body.append(probe);
  probe.style.color = "var(--focus)";
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return parts.some((part) => {
    const style = getComputedStyle(part);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 && !/, 0\)$/.test(style.outlineColor);
    return outlined || (style.boxShadow.includes(colour) && style.boxShadow !== "none");
  });
}

function covered(one) {
  const box = one.getBoundingClientRect();
  const points = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]].map(([x, y]) => [box.left + box.width * x, box.top + box.height * y]);
  const parts = [one, ...(one.labels ?? [])];
  return !points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && parts.some((part) => part.contains(top) || top.contains(part) && !top.matches("body, html"));
  });
}

function inText(one) {
  return one.localName === "a" && getComputedStyle(one).display.startsWith("inline") && !one.closest("nav, .facts, .item__buttons") ;
}

function faultsOf(one, before) {
  const box = boxOf(one);
  return [
    before && !(before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) && "out of order",
    !ringed(one) && "no ring",
    (box.bottom <= 0 || box.top >= innerHeight) ? "off the screen" : covered(one) && "covered",
    (box.width < 23.5 || box.height < 23.5) && !inText(one) && `${Math.round(box.width)}×${Math.round(box.height)} px`,
  ].filter(Boolean).map((fault) => `${fault}: ${NAME(one)}`);
}

/** The faults of the place that has focus, or null where the walk is over. What moves may come to rest first. */
async function here() {
  const one = document.activeElement;
  if (!one || one === document.body || one === document.documentElement) return null;
  if (one === window.walked.at(-1) && window.stays < PARTS) return (window.stays += 1) && []; // a date has parts to stop at
  if (window.walked.includes(one)) return null;
  window.stays = 0;
  const before = window.walked.at(-1);
  window.walked.push(one);
  for (let waited = 0; waited < 20 && faultsOf(one, before).length; waited += 1) {
    await new Promise((rested) => { setTimeout(rested, 100); });
  }
  return faultsOf(one, before);
}

/** The places that Tab never came to. */
function missed() {
  return window.walkStops.filter((one) => !window.walked.includes(one) && one.isConnected && !HIDDEN(one)).map((one) => `never reached: ${NAME(one)}`);
}
