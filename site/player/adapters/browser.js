// Where the site keeps a learner's state: the browser's local storage. A package has an adapter of its own.

/** @typedef {import("../state/store.js").Store} Store */

/** @returns {Storage | null} null where the browser refuses it */
export function openBox() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/**
 * Tells the store of changes that another tab makes.
 * @param {Store} store
 */
export function followOtherTabs(store) {
  window.addEventListener("storage", (event) => {
    if (event.key === store.name || event.key === null) store.changedElsewhere();
  });
}
