// Where the rows of a sheet have gone since something was written into them.

/**
 * For each of the former rows its place now, or null where it is gone. Rows are told by their marks; a row whose words
 * were changed keeps its place between the same neighbours.
 * @param {string[]} was
 * @param {string[]} now
 * @returns {(number | null)[]}
 */
export function movedRows(was, now) {
  /** @type {(number | null)[]} */
  const places = was.map(() => null);
  const taken = new Set();
  was.forEach((mark, at) => {
    const place = now.findIndex((one, there) => one === mark && !taken.has(there));
    if (place < 0) return;
    places[at] = place;
    taken.add(place);
  });
  for (const [start, end] of gaps(places)) {
    const before = start > 0 ? (places[start - 1] ?? -1) : -1;
    const after = end < was.length ? (places[end] ?? now.length) : now.length;
    const free = after - before - 1 === end - start && now.slice(before + 1, after).every((_, at) => !taken.has(before + 1 + at));
    if (free) for (let at = start; at < end; at += 1) places[at] = before + 1 + at - start;
  }
  return places;
}

/**
 * Runs of rows that were not found: the first one, and the one after the last.
 * @param {(number | null)[]} places
 * @returns {[start: number, end: number][]}
 */
function gaps(places) {
  /** @type {[number, number][]} */
  const found = [];
  places.forEach((place, at) => {
    if (place !== null) return;
    const last = found.at(-1);
    if (last && last[1] === at) last[1] = at + 1;
    else found.push([at, at + 1]);
  });
  return found;
}

/**
 * What was written into a field, at the places where its rows and columns stand now. What has no place any more comes
 * back as `left`, in order.
 * @param {Record<string, string>} texts by `<row>` or `<row>-<column>`, counted from 1
 * @param {(number | null)[]} rows
 * @param {(number | null)[]} columns none for a field without columns
 * @returns {{ texts: Record<string, string>, left: string[] }}
 */
export function movedTexts(texts, rows, columns) {
  /** @type {Record<string, string>} */
  const made = {};
  const left = [];
  for (const [name, text] of Object.entries(texts)) {
    const [row = 0, column = 0] = name.split("-").map(Number);
    const newRow = rows[row - 1] ?? null;
    const newColumn = columns.length > 0 ? (columns[column - 1] ?? null) : -1;
    if (newRow === null || newColumn === null) left.push(text);
    else made[newColumn < 0 ? `${newRow + 1}` : `${newRow + 1}-${newColumn + 1}`] = text;
  }
  return { texts: made, left };
}
