"use strict";
// Sorts and filters the table of bodies; without this script the page says all the same.
(function () {
  const header = document.querySelector("header");
  const table = document.querySelector("table.bodies");
  const rows = Array.from(table.tBodies[0].rows);
  const sections = new Map(Array.from(document.querySelectorAll("tbody.body"), (s) => [s.dataset.body, s]));

  function value(row, column, isNumber) {
    const cell = row.cells[column];
    const text = cell.dataset.value !== undefined ? cell.dataset.value : cell.textContent.trim();
    return isNumber || cell.dataset.value !== undefined ? Number(text) || 0 : text;
  }

  Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
    if (head.dataset.kind === "none") return;
    // Browsers leave real buttons out where they repeat the head of a table on paper.
    const button = document.createElement("span");
    button.setAttribute("role", "button");
    button.tabIndex = 0;
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("keydown", function (event) {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      button.click();
    });
    button.addEventListener("click", function () {
      const isNumber = head.dataset.kind === "number";
      const was = head.getAttribute("aria-sort");
      const sign = was === (isNumber ? "descending" : "ascending") ? (isNumber ? 1 : -1) : isNumber ? -1 : 1;
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
      const keys = new Map(rows.map((row) => [row, value(row, column, isNumber)]));
      rows.sort(function (one, other) {
        const a = keys.get(one), b = keys.get(other);
        const order = typeof a === "number" ? a - b : a.localeCompare(b, "zh");
        return sign * order || one.dataset.body - other.dataset.body;
      });
      table.tBodies[0].append(...rows);
    });
  });

  const bar = document.createElement("div");
  bar.className = "filter";
  const search = document.createElement("input");
  search.type = "search";
  search.placeholder = header.dataset.search;
  search.setAttribute("aria-label", header.dataset.search);
  const select = document.createElement("select");
  select.setAttribute("aria-label", header.dataset.filter);
  select.append(new Option(header.dataset.all, ""));
  for (const part of document.querySelectorAll(".counts [data-kind]")) {
    select.append(new Option(part.querySelector("dt").textContent, part.dataset.kind));
  }
  bar.append(search, select);
  table.parentElement.before(bar);

  function filter() {
    const words = search.value.trim().toLowerCase();
    const kinds = select.value.split(" ");
    for (const row of rows) {
      const own = row.dataset.kinds.split(" ");
      const isShown = row.dataset.name.toLowerCase().includes(words) && (!select.value || kinds.some((k) => own.includes(k)));
      row.hidden = !isShown;
      const section = sections.get(row.dataset.body);
      if (section) section.hidden = !isShown;
    }
  }
  search.addEventListener("input", filter);
  select.addEventListener("change", filter);
})();
