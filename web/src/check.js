// A document checked: text, layout, structure, references, rules, in the order of schema/LEXICAL.md.

import { Form } from "./form.js";
import { loadOrgans } from "./organs.js";
import { cut, read } from "./reading.js";
import { checkReferences } from "./references.js";
import { checkRules } from "./rules.js";
import { salvage } from "./salvage.js";
import { loadSlips } from "./slips.js";
import { checkStructure, typeName } from "./structure.js";

const RANKS = { error: 0, warning: 1, info: 2 };
const UNCHECKED = { code: "rules-not-checked", severity: "info", pointer: "", parameters: {} };

export class Checker {
  /** `documents` are all layouts that a document may declare; this checks those whose data are in `layouts`. `organs` and `slips` are organs.json and slips.json. */
  constructor(layouts, documents, organs, slips) {
    this.documents = documents;
    this.words = { organs: loadOrgans(organs), slips: loadSlips(slips) };
    this.forms = new Map(Object.entries(layouts).map(([id, data]) => [id, new Form(id, data)]));
  }

  /**
   * Return {form, report, findings} of the bytes of a document; form and report are null where there is none.
   * `isElsewhere` says that the document is of a kind that is not checked here.
   */
  check(bytes) {
    const text = read(bytes);
    if (!text.readable) return { form: null, report: null, findings: text.defects };
    const { form, findings, isElsewhere = false } = this.examine(text.value);
    const all = [...text.defects, ...findings.map((finding) => ({ ...finding, line: text.lines(finding.pointer) }))];
    if (form) {
      all.sort(
        (a, b) =>
          form.compare(a.pointer, b.pointer) ||
          RANKS[a.severity] - RANKS[b.severity] ||
          (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
      );
    }
    return { form, report: form ? text.value : null, findings: all, isElsewhere };
  }

  examine(value) {
    if (typeName(value) !== "object") {
      const parameters = { expected: ["object"], found: typeName(value) };
      return { form: null, findings: [{ code: "wrong-type", severity: "error", pointer: "", parameters }, UNCHECKED] };
    }
    const form = typeof value.layout === "string" ? this.forms.get(value.layout) : undefined;
    if (!form) {
      if (this.documents.includes(value.layout)) return { form: null, findings: [], isElsewhere: true };
      const found = !("layout" in value) ? "nothing" : typeof value.layout === "string" ? value.layout : typeName(value.layout);
      const parameters = { found: cut(found), allowed: this.documents };
      const pointer = "layout" in value ? "/layout" : "";
      return { form: null, findings: [{ code: "unknown-layout", severity: "error", pointer, parameters }, UNCHECKED] };
    }
    const departures = checkStructure(form, value);
    const { report, unknown, entries } = salvage(form, value, departures);
    const ruled = checkRules(form, report, this.words, unknown);
    const found = [...checkReferences(form, report, ruled, unknown), ...ruled];
    const isOfEntry = ({ pointer }) => entries.has(pointer.split("/").slice(0, 3).join("/"));
    return { form, findings: [...departures, ...found.filter((finding) => !isOfEntry(finding))] };
  }
}
