// What every feature of the player is given.

/**
 * @typedef {object} Player
 * @property {import("./state/store.js").Store} store what the learner has done
 * @property {import("./page/words.js").Say} say the words of the page
 * @property {string} root the way from this page to the site's root: `.` or `..`
 * @property {string} language the page's language
 */

export {};
