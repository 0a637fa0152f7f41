// Prints the text of a state: `node state_text.mjs <course> <parts of a state as JSON>`.

import { encode } from "../../site/player/state/codec.js";
import { emptyState } from "../../site/player/state/state.js";

const [course = "", parts = "{}"] = process.argv.slice(2);
process.stdout.write(encode(Object.assign(emptyState(), { seed: 1, since: 9800 }, JSON.parse(parts)), course));
