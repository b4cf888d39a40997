// The reference layer of schema/LEXICAL.md §3: where marks, undivided figures, notes and explanations lead, and dates.

import { cut, escapeToken } from "./reading.js";
import { valueAt } from "./form.js";
import { isHindered, strip } from "./rules.js";

const REVERSE_DOMAIN = /^[a-z][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)+$/;

/** Yield the findings about references; `ruled` are those of the rules, `unknown` what they were not asked of. */
export function* checkReferences(form, report, ruled, unknown) {
  yield* marks(form, report);
  yield* undivided(form, report);
  for (const [n, note] of (report.notes ?? []).entries()) {
    if (!form.isPrinted(note.pointer)) yield error("pointer-nowhere", `/notes/${n}/pointer`, { pointer: cut(note.pointer) });
  }
  const known = ruled.flatMap(({ code, pointer, parameters }) => [`${code} ${pointer}`, `${code} ${pointer} ${parameters?.quote}`]);
  yield* explanations(form, report, unknown, new Set(known));
  for (const name of Object.keys(report.extensions ?? {})) {
    if (!REVERSE_DOMAIN.test(name)) yield error("extension-name", `/extensions/${escapeToken(name)}`, { member: cut(name) });
  }
  for (const pointer of form.pointers.filter((other) => form.kinds[other] === "date")) {
    const date = valueAt(report, pointer);
    if (date !== undefined && !isDate(date)) yield error("no-such-date", pointer, { found: cut(date) });
  }
}

function* marks(form, report) {
  const seen = new Set();
  for (const [n, { pointer }] of (report.marks ?? []).entries()) {
    let code = null;
    if (!form.isPrinted(pointer)) code = "pointer-nowhere";
    else if (!form.cells.has(pointer)) code = "mark-not-on-cell";
    else if (valueAt(report, pointer) !== null) code = "mark-on-figure";
    else if (seen.has(pointer)) code = "duplicate-place";
    if (code) yield error(code, `/marks/${n}/pointer`, { pointer: cut(pointer) });
    seen.add(pointer);
  }
}

function* undivided(form, report) {
  const covered = new Set();
  for (const [n, { pointer }] of (report.undivided ?? []).entries()) {
    const cells = form.group(pointer);
    let code = null;
    if (!form.isPrinted(pointer)) code = "pointer-nowhere";
    else if (!cells.length) code = "undivided-not-group";
    else if (cells.some((cell) => valueAt(report, cell) !== null)) code = "undivided-over-figure";
    else if (cells.some((cell) => covered.has(cell))) code = "duplicate-place";
    if (code) yield error(code, `/undivided/${n}/pointer`, { pointer: cut(pointer) });
    for (const cell of cells) covered.add(cell);
  }
}

function* explanations(form, report, unknown, found) {
  const rules = new Set(form.rules.rules.map((rule) => rule.id));
  for (const [n, { rule, pointer, text, quote }] of (report.explanations ?? []).entries()) {
    const place = `/explanations/${n}`;
    if (!rules.has(rule)) yield error("explanation-unknown-rule", `${place}/rule`, { found: cut(rule) });
    else if (!form.has(pointer)) yield error("pointer-nowhere", `${place}/pointer`, { pointer: cut(pointer) });
    else {
      if (!strip(text)) yield warning("explanation-empty", `${place}/text`, { found: cut(rule) });
      const isFound = found.has([rule, pointer, ...(quote === undefined ? [] : [quote])].join(" "));
      if (!isFound && !isHindered(form, rule, pointer, unknown)) yield warning("explanation-stale", place, { found: rule, pointer: cut(pointer) });
    }
  }
}

function isDate(text) {
  const [year, month, day] = text.split("-").map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function error(code, pointer, parameters) {
  return { code, severity: "error", pointer, parameters };
}

function warning(code, pointer, parameters) {
  return { code, severity: "warning", pointer, parameters };
}
