// Figures told in running text, held against the tables: written from schema/README.md ("Statements") and the words and labels
// of schema/, not from the Python library.

import { readText } from "./figures.mjs";
import { makeVocabulary } from "./tokens.mjs";
import { isOffByUnit, judge, wrongWholes } from "./verdicts.mjs";

/** What texts can say of one layout. */
export function loadStatements({ schema, words, statements, slips }) {
  const beside = (member) => ({ ...schema.$defs[member.$ref?.split("/").pop()], ...member });
  const units = new Map();
  const visit = (pointer, member) => {
    const { properties = {}, unit } = beside(member);
    if (unit) units.set(pointer, unit);
    Object.entries(properties).forEach(([name, child]) => visit(`${pointer}/${name}`, child));
  };
  Object.entries(schema.properties).forEach(([name, member]) => beside(member).axis && visit(`/${name}`, member));
  const entries = Object.entries(schema.properties);
  const known = new Map();
  const heard = new Map();
  return {
    words,
    statements,
    units,
    texts: entries.filter(([, { $ref }]) => $ref === "#/$defs/section_text").map(([name]) => `/${name}`),
    tables: entries.filter(([, member]) => beside(member).axis).map(([name]) => `/${name}`),
    vocabulary(year) {
      if (!known.has(year)) known.set(year, makeVocabulary({ words, statements, schema, place: slips.names.place }, year));
      return known.get(year);
    },
    /** What a text says in itself, read once; a verdict is given to copies. */
    statementsOf(text, about) {
      const key = JSON.stringify([text, about]);
      if (!heard.has(key)) heard.set(key, readText(text, this, about));
      return heard.get(key).map((one) => ({ ...one }));
    },
  };
}

const endsAs = (name, endings) => endings.some((ending) => name.endsWith(ending));

/** All statements of a report, in the order of its texts, with the place of their text and their verdicts on `figureAt`. */
export function readStatements(document, layout, sheet, figureAt = undefined) {
  const at = (pointer) => pointer.split("/").slice(1).reduce((inner, name) => inner?.[name], document);
  const { organ: { kind, name = "" } = {}, year } = document;
  const isGovernment = kind ? kind === "government" : endsAs(name, layout.words.governments);
  const [seat = ""] = layout.words.seats.filter((ending) => name.endsWith(ending)).sort((one, other) => other.length - one.length);
  const area = seat && [...name.slice(0, name.length - seat.length)].at(-1);
  const places = [
    ...layout.texts.filter((pointer) => typeof at(pointer) === "string"),
    ...(document.notes ?? []).flatMap(({ pointer }, n) => (layout.tables.includes(pointer) ? [`/notes/${n}/text`] : [])),
  ];
  const texts = places.map((pointer) => {
    const text = [...at(pointer)];
    return layout.statementsOf(text.join(""), { year, isGovernment, area, organ: name })
      .map((one) => Object.assign(one, { pointer, figure: text.slice(one.start, one.end).join("") }));
  });
  const figures = { at: figureAt ?? at, units: layout.units, groupOf: sheet.groupOf };
  judge(texts, figures);
  for (const statement of texts.flat().filter(({ verdict }) => verdict === "contradicts")) {
    statement.about = statement.kind === "percentage" ? "percentage" : isOffByUnit(statement, figures) ? "unit" : "figure";
  }
  return texts;
}

/** The findings of one rule of the kind `stated`; `places` are those to which it may point. */
export function statedFindings({ of }, places, texts, document, layout) {
  const { scope, organ } = document;
  const name = organ?.name;
  const isWhole = scope?.kind ? scope.kind === "own" : endsAs(name ?? "", layout.words.offices);
  const other = scope?.kind && !["own", "consolidated"].includes(scope.kind) ? null : isWhole ? "whole-area" : "own-office";
  // Of an unknown organ nobody can tell whom the words mean.
  const isElsewhere = (statement) => (scope?.kind || name !== undefined ? statement.scope === other : statement.scope !== "table");
  const found = of === "parts"
    ? texts.flatMap((statements) => wrongWholes(statements, layout.statements.tables)).map(({ whole }) => whole)
    : texts.flat().filter(({ verdict, about }) => verdict === "contradicts" && about === of);
  return found.map((statement) => ({ statement, pointer: statement.readings[0].cells[0] }))
    .filter(({ pointer }) => places.includes(pointer))
    .map(({ statement, pointer }) => ({ pointer, isElsewhere: isElsewhere(statement), statement }));
}
