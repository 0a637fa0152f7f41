// To come.

/** @param {import("./player.js").Player} _player */
export function startScenario(_player) {}
