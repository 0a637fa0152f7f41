// Sorts and filters the table. Without it the table is complete, gaps first.
(() => {
  "use strict";
  const table = document.querySelector("[data-table]");
  const filter = document.querySelector("[data-filter]");
  const told = document.querySelector("[data-told]");
  if (!(table instanceof HTMLTableElement) || !(filter instanceof HTMLFormElement) || !told) return;
  const body = table.tBodies[0];
  if (!body) return;
  const rows = [...body.rows];

  /** @param {HTMLTableRowElement} row @param {number} column @param {boolean} number @returns {string | number} */
  const valueOf = (row, column, number) => {
    const cell = row.cells[column];
    return number ? Number(cell?.dataset["value"]) : (cell?.textContent ?? "").trim().toLowerCase();
  };

  /** @param {HTMLTableCellElement} head @param {number} column */
  const sort = (head, column) => {
    const number = head.dataset["sort"] === "number";
    const up = head.getAttribute("aria-sort") !== "ascending";
    for (const other of head.parentElement?.children ?? []) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const keyed = rows.map((row) => ({ row, value: valueOf(row, column, number) }));
    keyed.sort((one, other) => (one.value < other.value ? -1 : one.value > other.value ? 1 : 0) * (up ? 1 : -1));
    body.append(...keyed.map(({ row }) => row));
  };

  [...(table.tHead?.rows[0]?.cells ?? [])].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(head, column));
    head.append(button);
  });

  const show = () => {
    const wanted = new FormData(filter);
    const words = String(wanted.get("words") ?? "").trim().toLowerCase();
    let count = 0;
    for (const row of rows) {
      const fits = (wanted.get("kind") === "" || row.dataset["kind"] === wanted.get("kind"))
        && (!wanted.has("gaps") || row.dataset["gaps"] !== "0")
        && (row.textContent ?? "").toLowerCase().includes(words);
      row.hidden = !fits;
      if (fits) count += 1;
    }
    told.textContent = `${count} of ${rows.length} shown`;
  };
  filter.addEventListener("input", show);
  filter.addEventListener("submit", (event) => event.preventDefault());
  filter.hidden = false;
  show();
})();
