// The figures of a report as the rules read them: blanks, doubtful blanks, undivided figures.

import { valueAt } from "./form.js";
import { infer } from "./organs.js";

const INFERRED = { "/organ/kind": "kinds", "/organ/level": "levels" };
const DOUBTFUL = new Set(["illegible", "ambiguous"]);

export class Sheet {
  /** `unknown` are the places of a report that is not sound, of which `report` holds what is. */
  constructor(form, report, { organs, slips }, unknown) {
    this.form = form;
    this.report = report;
    this.organs = organs;
    this.slips = slips;
    this.unknown = unknown;
    // The year that rules ask for, once it is made out.
    this.year = report.year;
    this.unread = new Set([...form.cells.keys()].filter((cell) => unknown.touches(cell)));
    this.figures = new Map([...form.cells.keys()].map((pointer) => [pointer, valueAt(report, pointer)]));
    // Of two marks on one cell, which is a finding, the first counts.
    this.marks = new Map((report.marks ?? []).toReversed().map((mark) => [mark.pointer, mark.mark]));
    const marked = [...this.marks.keys()].filter((pointer) => DOUBTFUL.has(this.marks.get(pointer)));
    this.doubtful = new Set([...marked, ...this.unread]);
    this.undivided = new Map();
    this.covered = new Map();
    // An entry that breaks a law of the references has no effect, but its cells are taken.
    const taken = new Set();
    for (const { pointer, value } of report.undivided ?? []) {
      const cells = form.group(pointer);
      if (cells.length && cells.every((cell) => this.figures.get(cell) === null && !taken.has(cell))) {
        this.undivided.set(pointer, value);
        for (const cell of cells) this.covered.set(cell, pointer);
      }
      for (const cell of cells) taken.add(cell);
    }
  }

  /** What a member may be: what is stated, or else all that the name of the organ leaves possible. */
  possible(pointer) {
    const stated = valueAt(this.report, pointer);
    if (stated !== undefined || !(pointer in INFERRED)) return [stated];
    const found = infer(this.report.organ?.name ?? "", this.organs)[INFERRED[pointer]];
    return found.length ? found : [undefined];
  }

  /** The cells below a place that are known to hold no figure and that no undivided figure covers. */
  blanks(pointer) {
    const isBlank = (cell) => this.figures.get(cell) === null && !this.covered.has(cell) && !this.unread.has(cell);
    return this.cells(pointer).filter(isBlank);
  }

  cells(pointer) {
    return [...this.figures.keys()].filter((cell) => cell.startsWith(pointer + "/"));
  }
}
