// To come.

/** @param {import("./player.js").Player} _player */
export function startPlans(_player) {}
