// Keeps the whole course for reading without a connection. It is registered only when a learner chooses that
// (player/offline.js). The build writes the list of files in: each with its hash, so that a file is fetched once.

/** @typedef {[path: string, hash: string]} Listed */
/** @typedef {{ release: string, version: string, date: number, hashes: Record<string, string> }} Kept */

/** @type {{ release: string, version: string, files: Listed[] }} */
const COURSE = { release: "", version: "", files: [] };

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const HOME = new URL(worker.registration.scope);
// One host may have several courses, which share its caches.
const OURS = `course ${HOME.pathname} `;
const CACHE = OURS + COURSE.version;
const KNOWN = new Set(COURSE.files.map(([path]) => path));
const LANES = 6;

let stopped = false;

class Trouble extends Error {
  /**
   * @param {"network" | "damaged" | "stopped"} why
   * @param {string} [path]
   */
  constructor(why, path = "") {
    super(`${why} ${path}`);
    this.why = why;
    this.path = path;
  }
}

/** @param {string} path */
function addressOf(path) {
  return new URL(path.split("/").map(encodeURIComponent).join("/"), HOME).href;
}

// No file of a site has this name: it holds what the cache was made from, and is written last.
const NOTE = addressOf("kept note");

/** @param {Record<string, unknown>} words */
async function tell(words) {
  for (const page of await worker.clients.matchAll({ includeUncontrolled: true, type: "window" })) {
    if (page.url.startsWith(HOME.href)) page.postMessage(words);
  }
}

/**
 * @param {string} name of a cache
 * @returns {Promise<Kept | null>} what it holds, if it is whole
 */
async function noteOf(name) {
  const note = await caches.match(NOTE, { cacheName: name });
  return note ? note.json() : null;
}

/**
 * Everything or nothing: on any trouble the half-filled cache goes, and an older one stays as it is.
 * @returns {Promise<void>}
 */
async function keep() {
  stopped = false;
  try {
    await fill();
    if (stopped) throw new Trouble("stopped");
    await tell({ course: "kept" });
  } catch (error) {
    await caches.delete(CACHE);
    const why = error instanceof Trouble ? error.why : isFull(error) ? "full" : "network";
    await tell({ course: "failed", why, path: error instanceof Trouble ? error.path : "" });
    throw error;
  }
}

/** @param {unknown} error */
function isFull(error) {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}

async function fill() {
  const cache = await caches.open(CACHE);
  const before = await older();
  const waiting = COURSE.files.slice();
  let done = 0;
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (stopped) throw new Trouble("stopped");
      const [path, hash] = next;
      await cache.put(addressOf(path), (await before(hash)) ?? (await fetched(path, hash)));
      done += 1;
      await tell({ course: "keeping", done, all: COURSE.files.length });
    }
  };
  const lanes = Array.from({ length: LANES }, () =>
    lane().catch((error) => {
      waiting.length = 0;
      throw error;
    }),
  );
  const ends = await Promise.allSettled(lanes);
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  const { release, version, files } = COURSE;
  const note = { release, version, date: Date.now(), hashes: Object.fromEntries(files) };
  await cache.put(NOTE, new Response(JSON.stringify(note)));
}

/** @returns {Promise<(hash: string) => Promise<Response | undefined>>} gives what an older cache has under a hash */
async function older() {
  /** @type {Map<string, [name: string, address: string]>} */
  const found = new Map();
  for (const name of await caches.keys()) {
    if (!name.startsWith(OURS) || name === CACHE) continue;
    const hashes = (await noteOf(name))?.hashes ?? {};
    for (const path of Object.keys(hashes)) found.set(hashes[path] ?? "", [name, addressOf(path)]);
  }
  return async (hash) => {
    const [cacheName, address] = found.get(hash) ?? ["", ""];
    return address ? caches.match(address, { cacheName }) : undefined;
  };
}

/**
 * A file from the server, if it is the one that the list names. A host that dates its files by whole seconds may say
 * that nothing changed where something did: then the browser's own cache is passed by.
 * @param {string} path
 * @param {string} hash
 * @returns {Promise<Response>}
 */
async function fetched(path, hash) {
  const found = (await asked(path, hash, "no-cache")) ?? (await asked(path, hash, "reload"));
  if (!found) throw new Trouble("damaged", path);
  return found;
}

/**
 * The answer is made anew: one that a host led on to another address may not be shown as a page.
 * @param {string} path
 * @param {string} hash
 * @param {RequestCache} cache
 * @returns {Promise<Response | null>} null for a file that isn't there or has other bytes
 */
async function asked(path, hash, cache) {
  let answer;
  let bytes;
  try {
    answer = await fetch(addressOf(path), { cache });
    bytes = await answer.arrayBuffer();
  } catch {
    throw new Trouble("network", path);
  }
  if (answer.status >= 500) throw new Trouble("network", path);
  if (!answer.ok || (await hashOf(bytes)) !== hash) return null;
  return new Response(bytes, { headers: { "Content-Type": answer.headers.get("Content-Type") ?? "" } });
}

/**
 * @param {ArrayBuffer} bytes
 * @returns {Promise<string>} as in an integrity attribute
 */
async function hashOf(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256-${btoa(String.fromCharCode(...hash))}`;
}

/**
 * The listed file that an address means, whatever its search string.
 * @param {URL} address
 * @returns {string} empty for none
 */
function meant(address) {
  try {
    const path = decodeURIComponent(address.pathname.slice(HOME.pathname.length));
    const names = path === "" || path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`];
    return names.find((name) => KNOWN.has(name)) ?? "";
  } catch {
    return "";
  }
}

/**
 * From the cache first; what isn't listed from the net; without one, a page that isn't there is the site's own 404.
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function answerTo(request) {
  const address = new URL(request.url);
  const path = meant(address);
  const kept = path ? await caches.match(addressOf(path), { cacheName: CACHE }) : undefined;
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch {
    if (request.mode !== "navigate") return Response.error();
    const folder = new URL(`${address.pathname}/`, address);
    if (meant(folder)) return Response.redirect(folder.href);
    const lost = await caches.match(addressOf("404.html"), { cacheName: CACHE });
    return lost ? new Response(lost.body, { status: 404, headers: lost.headers }) : Response.error();
  }
}

async function tidy() {
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && name !== CACHE) await caches.delete(name);
  }
  await worker.clients.claim();
}

worker.addEventListener("install", (event) => event.waitUntil(keep()));

worker.addEventListener("activate", (event) => event.waitUntil(tidy()));

worker.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(HOME.href)) event.respondWith(answerTo(event.request));
});

worker.addEventListener("message", (event) => {
  const port = event.ports[0];
  if (event.data === "use") event.waitUntil(worker.skipWaiting());
  if (event.data === "stop") stopped = true;
  if (event.data === "keep") event.waitUntil(keep().catch(() => {}));
  if (event.data === "note") event.waitUntil(noteOf(CACHE).then((note) => port?.postMessage(note)));
});
