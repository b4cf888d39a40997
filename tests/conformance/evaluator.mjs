// A second evaluator of the rules, in another language: written from schema/README.md and the laws on marks and undivided
// figures in schema/LEXICAL.md, not from the Python engine. That it gives the same verdicts shows that these say enough. What
// it makes of running text is in the folder statements/, and of several reports beside each other in between.mjs.
//
//     node evaluator.mjs [--first] [SCHEMA FOLDER [GROUP…]]
//
// It prints "N passed, N failed"; what failed goes to stderr, with exit code 1. Without groups it runs the cases of all. With
// --first it asks nothing behind the first case that fails, and prints ", N unasked", too.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { infer, loadOrgans } from "../../web/src/organs.js";
import { findSlips, hiding, loadSlips } from "../../web/src/slips.js";
import { loadBetween } from "./between.mjs";
import { loadStatements, readStatements, statedFindings } from "./statements/index.mjs";

const OPTION = "--first";
const [SCHEMA = fileURLToPath(new URL("../../schema", import.meta.url)), ...asked] = process.argv.slice(2).filter((word) => word !== OPTION);
const stopsAtFirst = process.argv.includes(OPTION);
/** What a function gives for each text, found once. */
const once = (make) => {
  const known = new Map();
  return (name) => known.get(name) ?? known.set(name, make(name)).get(name);
};
const textOf = once((name) => readFileSync(join(SCHEMA, name), "utf8"));
const read = (name) => JSON.parse(textOf(name));
const stepsOf = once((pointer) => pointer.split("/").slice(1));
const at = (value, pointer) => stepsOf(pointer).reduce((inner, name) => inner?.[name], value);
const same = (one, other) => one.length === other.length && one.every((item) => other.includes(item));

// ---- the layout: its cells (signed or not), its groups, its rules

function loadLayout(id) {
  const schema = read(`${id}/report.schema.json`);
  const cells = new Map();
  const groups = new Map();
  const isFigure = (type) => [type].flat().some((name) => name === "integer" || name === "number");
  const visit = (pointer, member) => {
    const { properties, type, minimum, unit } = { ...schema.$defs[member.$ref?.split("/").pop()], ...member };
    if (properties) {
      const leaves = Object.entries(properties).flatMap(([name, child]) => visit(`${pointer}/${name}`, child));
      if (leaves.length > 1 && leaves.every((leaf) => cells.has(leaf))) groups.set(pointer, leaves);
      const amounts = "unit" in properties ? leaves.filter((leaf) => cells.get(leaf)?.isAmount) : [];
      for (const amount of amounts) cells.get(amount).unitAt = `${pointer}/unit`;
      return leaves;
    }
    if (isFigure(type)) cells.set(pointer, { signed: minimum < 0, unit, isAmount: [type].flat().includes("number") });
    return [pointer];
  };
  for (const [name, member] of Object.entries(schema.properties)) {
    if (schema.$defs[member.$ref?.split("/").pop()]?.axis) visit(`/${name}`, member);
  }
  const { sets, rules } = read(`${id}/rules.json`);
  const texts = loadStatements({ schema, words: read("statements/words.json"), statements: read(`${id}/statements.json`), slips: read("slips.json") });
  const stated = rules.filter(({ kind }) => kind === "stated").map((rule) => ({ rule, places: expand(rule.at, sets) }));
  const resolved = (member) => ({ ...schema.$defs[member.$ref?.split("/").pop()], ...member });
  const childOf = (member, name) => resolved(member).properties?.[name];
  return { schema, childOf, cells, groups, texts, stated, places: rules.filter(({ kind }) => kind !== "stated").flatMap((rule) => bind(rule, sets)) };
}

function expand(pattern, scope) {
  const [all, name] = pattern.match(/\{([a-z_]+)\}/u) ?? [];
  return all ? scope[name].flatMap((member) => expand(pattern.replace(all, member), scope)) : [pattern];
}

function bind(rule, sets) {
  const bindings = (rule.each ?? []).reduce(
    (known, name) => known.flatMap((binding) => sets[name].map((member) => ({ ...binding, [name]: [member] }))), [{}]);
  return bindings.map((binding) => {
    const all = (patterns = []) => patterns.flatMap((pattern) => expand(pattern, { ...sets, ...binding }));
    const when = (rule.when ?? []).map((condition) => ({ ...condition, at: all([condition.at]) }));
    const exempt = (rule.exempt ?? []).map((one) => ({
      cells: all(one.at), marks: one.marks,
      unless: (one.unless ?? []).map((group) => group.map((condition) => ({ ...condition, at: all([condition.at]) }))),
    }));
    return { rule, also: all(rule.also), at: all([rule.at])[0], left: all(rule.left), right: all(rule.right), when, exempt };
  });
}

const organs = loadOrgans(read("organs.json"));
const lists = loadSlips(read("slips.json"));
const layouts = Object.fromEntries(Object.keys(read("versions.json").layouts).map((id) => [id, loadLayout(id)]));

// ---- what is sound of a document that has defects of structure, which are told here and not found

const DEFECTS = read("codes.json").groups.find(({ name }) => name === "structure").codes;
const ENTRIES = ["marks", "undivided", "notes", "explanations"];
const lies = (pointer, around) => pointer === around || pointer.startsWith(`${around}/`);

/** The document without its defects, its unknown places, and those cells among them, which are null. */
function salvage(document, findings) {
  const layout = layouts[document.layout];
  const defects = findings.filter(({ code }) => DEFECTS.includes(code));
  const isMissing = ({ code }) => code === "missing-member";
  const places = defects.filter(({ code }) => code !== "unknown-member")
    .map((defect) => (isMissing(defect) ? `${defect.pointer}/${defect.parameters.member}` : defect.pointer));
  const isEntry = (place) => ENTRIES.includes(place.split("/")[1]);
  const known = (place) => !places.some((other) => lies(place, other));
  const said = places.filter(isEntry).map((place) => place.split("/").slice(0, 3).join("/")).filter((entry) => entry.split("/").length > 2);
  const cellsOf = (entry) => {
    const pointer = known(`${entry}/pointer`) ? at(document, `${entry}/pointer`) : undefined;
    return entry.startsWith("/marks/") ? [pointer] : entry.startsWith("/undivided/") ? layout.groups.get(pointer) ?? [] : [];
  };
  const named = said.flatMap(cellsOf)
    .filter((cell) => layout.cells.has(cell) && at(document, cell) === null);
  const unknown = places.filter((place) => !isEntry(place));
  const unread = [...layout.cells].filter(([cell, { unitAt }]) =>
    named.includes(cell) || unknown.some((place) => lies(cell, place) || (unitAt && lies(unitAt, place)))).map(([cell]) => cell);
  for (const defect of defects.filter((one) => !isMissing(one) && !Array.isArray(at(document, one.pointer.slice(0, one.pointer.lastIndexOf("/")))))) {
    const end = defect.pointer.lastIndexOf("/");
    delete at(document, defect.pointer.slice(0, end))[defect.pointer.slice(end + 1)];
  }
  for (const name of ENTRIES) {
    if (document[name]) document[name] = document[name].filter((_, n) => !said.includes(`/${name}/${n}`));
  }
  for (const cell of unread) {
    const names = cell.split("/").slice(1);
    names.slice(0, -1).reduce((holder, name) => (holder[name] ??= {}), document)[names.at(-1)] = null;
  }
  return { unknown: [...unknown, ...unread], unread };
}

// ---- what the rules read of a document

function readSheet(layout, document, { unknown, unread } = { unknown: [], unread: [] }) {
  const marks = new Map();
  for (const { pointer, mark } of document.marks ?? []) {
    if (layout.cells.has(pointer) && at(document, pointer) === null && !marks.has(pointer)) marks.set(pointer, mark);
  }
  const undivided = new Map();
  const named = new Set();
  for (const { pointer, value } of document.undivided ?? []) {
    const cells = layout.groups.get(pointer) ?? [];
    const free = cells.every((cell) => at(document, cell) === null && !named.has(cell));
    if (cells.length && free) undivided.set(pointer, { cells, figure: value });
    cells.forEach((cell) => named.add(cell));
  }
  const groupOf = new Map([...undivided.values()].flatMap((group) => group.cells.map((cell) => [cell, group])));
  const isBlank = (cell) => at(document, cell) === null && !groupOf.has(cell) && !unread.includes(cell);
  const isUnknown = (place) => unknown.some((other) => lies(place, other));
  const term = (cell) => ({
    cell,
    figure: at(document, cell),
    signed: layout.cells.get(cell).signed,
    doubtful: ["illegible", "ambiguous"].includes(marks.get(cell)) || unread.includes(cell),
  });
  const isWhole = (group, side) => group?.cells.every((cell) => side.includes(cell));
  const terms = (side) => [...new Set(side.map((cell) => (isWhole(groupOf.get(cell), side) ? groupOf.get(cell) : cell)))]
    .map((item) => (typeof item === "string" ? term(item) : item));
  return { layout, document, marks, undivided, groupOf, isBlank, isUnknown, unread, terms };
}

/** What is possible of a member: the one that is stated, else all that the name of the organ leaves. */
function possible(document, pointer) {
  const member = at(document, pointer);
  if (member !== undefined || !["/organ/kind", "/organ/level"].includes(pointer)) return [member];
  const found = infer(document.organ?.name ?? "", organs)[pointer === "/organ/kind" ? "kinds" : "levels"];
  return found.length ? found : [undefined];
}

const isMet = (condition, { undivided, document }) => condition.at.some((pointer) => {
  if (condition.undivided) return undivided.has(pointer);
  if (condition.in) return possible(document, pointer).every((member) => condition.in.includes(member));
  return (at(document, pointer) ?? 0) > condition.above;
});

// ---- the kinds of rules: each gives [verdict, parameters], and one of slips the parameters of each

const total = (terms) => terms.reduce((sum, { figure }) => sum + (figure ?? 0), 0);

function settle(relation, left, right) {
  const blanks = (terms) => terms.filter(({ figure }) => figure === null);
  const isSigned = ({ signed }) => signed;
  const difference = total(left) - total(right);
  const canRise = blanks(left).length > 0 || blanks(right).some(isSigned);
  const canFall = blanks(right).length > 0 || blanks(left).some(isSigned);
  if (difference < 0 && relation !== "<=") return canRise ? "open" : "fails";
  if (difference > 0 && relation !== ">=") return canFall ? "open" : "fails";
  return blanks([...left, ...right]).some(({ doubtful }) => doubtful) ? "open" : "holds";
}

function arithmetic({ relation = "=" }, { left, right }, sheet) {
  const [one, other] = [sheet.terms(left), sheet.terms(right)];
  const blanks = [...one, ...other].filter(({ figure }) => figure === null).map(({ cell }) => cell);
  const sums = { left: total(one), right: total(other), difference: Math.abs(total(one) - total(other)) };
  return [settle(relation, one, other), { ...sums, blanks }];
}

const WHITE = "[\\t\\n\\r \\u3000]";
const trimmed = (text) => text.replace(new RegExp(`^${WHITE}+|${WHITE}+$`, "gu"), "");
const quoted = (text) => ([...text].length > 64 ? `${[...text].slice(0, 63).join("")}…` : text);

function presence({ of }, place, sheet) {
  const { layout, document, isBlank, marks } = sheet;
  const isExempt = (cell) => place.exempt.some((one) => one.cells.includes(cell) && one.marks.includes(marks.get(cell)) &&
    !one.unless.some((group) => group.every((condition) => isMet(condition, sheet))));
  if (of === "text") return [trimmed(at(document, place.at) ?? "unknown") ? "holds" : "fails", {}];
  const cells = (place.cells ??= [...layout.cells.keys()].filter((cell) => cell.startsWith(`${place.at}/`)));
  const blanks = cells.filter((cell) => isBlank(cell) && !isExempt(cell));
  return [blanks.length >= (of === "any-cell" ? cells.length : 1) ? "fails" : "holds", { blanks }];
}

function text({ present, absent, unless, topics }, place, { document, isUnknown }) {
  const member = at(document, place.at);
  if (member === undefined) return ["holds", {}];
  const findIn = (words, pattern) => [...words.matchAll(new RegExp(pattern, "gu"))].find((m) => m.length === 1 || m[1] !== undefined);
  const find = (pattern) => findIn(member, pattern);
  const texts = [member, ...place.also.filter((other) => !isUnknown(other)).map((other) => at(document, other) ?? "")];
  const isSaid = (pattern) => texts.some((words) => findIn(words, pattern));
  if (topics) {
    const missing = Object.keys(topics).filter((name) => !isSaid(topics[name]));
    return [missing.length ? "fails" : "holds", { missing }];
  }
  const asked = place.when.find(({ above }) => above !== undefined);
  if (unless && find(unless)) return ["holds", {}];
  if (present) return [isSaid(present) ? "holds" : "fails", { left: asked && at(document, asked.at[0]) }];
  const match = find(absent);
  return match ? ["fails", { found: quoted(trimmed(match[0])) }] : ["holds", {}];
}

/** The year that rules ask for: that of the report, unless more of its voices tell another. */
function yearOf(sheet) {
  return (sheet.year ??= heardYear(sheet));
}

function heardYear({ document, layout }) {
  const heard = new Map();
  for (const { rule: { voice, pattern, value }, at: pointer } of layout.places.filter(({ rule }) => rule.voice)) {
    const member = at(document, pointer);
    const match = member === undefined || heard.has(voice) ? null : `${member}`.match(new RegExp(pattern ?? "^([^]*)$", "u"));
    const [digits] = match?.[1].normalize("NFKC").match(/^[0-9]{4}/u) ?? [];
    if (digits) heard.set(voice, Number(digits) - Number(value.match(/\{year([+-][0-9]+)?\}/u)?.[1] ?? 0));
  }
  const own = document.year;
  const count = (year) => [own, ...heard.values()].filter((other) => other === year).length;
  return [...heard.values()].reduce((best, year) => (count(year) > count(best) ? year : best), own);
}

function compare({ pattern, relation, value }, place, sheet) {
  const { document, isUnknown } = sheet;
  const member = value.includes("{year") && isUnknown("/year") ? undefined : at(document, place.at);
  const match = member === undefined ? null : `${member}`.match(new RegExp(pattern ?? "^([^]*)$", "u"));
  if (!match) return ["holds", {}];
  const actual = pattern ? match[1].normalize("NFKC") : match[0];
  const expected = value.replace(/\{year([+-][0-9]+)?\}/gu, (_, more) => `${yearOf(sheet) + Number(more ?? 0)}`);
  const isKept = actual === expected || (relation === ">=" && actual > expected) || (relation === "<=" && actual < expected);
  return [isKept ? "holds" : "fails", { found: quoted(pattern ? trimmed(match[0]) : match[0]), expected }];
}

// Many documents of the suite have the texts of one base.
const slipsOf = once((about) => {
  const [slips, text, year, organ] = JSON.parse(about);
  return findSlips(lists.get(slips), text, year ?? undefined, organ ?? undefined);
});

function slip({ slips }, place, sheet) {
  const { document } = sheet;
  const year = Number.isInteger(document.year) ? yearOf(sheet) : document.year;
  const found = slipsOf(JSON.stringify([slips, at(document, place.at) ?? "", year, at(document, "/organ/name")]));
  return [found.length ? "fails" : "holds", found.map((one) => ({ ...one, found: quoted(one.found), quote: quoted(one.quote) }))];
}

const KINDS = { equation: arithmetic, inequality: arithmetic, presence, text, slip, compare };

// ---- all rules of one document

const isExplained = (document, id, pointer, parameters) =>
  document.explanations?.some(
    (e) => e.rule === id && e.pointer === pointer && (e.quote ?? parameters?.quote) === parameters?.quote && trimmed(e.text),
  );

/** A place and those around it. */
const placesAbove = once((pointer) => stepsOf(pointer).map((_, depth, names) => `/${names.slice(0, depth + 1).join("/")}`));

function evaluate(document, salvaged) {
  const sheet = readSheet(layouts[document.layout], document, salvaged);
  const verdicts = new Map();
  const years = new Set();
  const findings = [];
  for (const place of sheet.layout.places) {
    const { rule } = place;
    const hasFailed = (id) => placesAbove(place.at).some((pointer) => verdicts.get(`${id} ${pointer}`) === "fails");
    const isAsked = !rule.after?.some(hasFailed) && place.when.every((condition) => isMet(condition, sheet));
    const asked = isAsked ? KINDS[rule.kind](rule, place, sheet) : ["unasked"];
    const told = asked[1]?.found?.normalize?.("NFKC").match(/[0-9]{4}/u)?.[0];
    // What only repeats the year that an earlier rule told is not asked.
    const isEcho = asked[0] === "fails" && rule.echoes?.some((id) => years.has(`${id} ${told}`));
    const [verdict, parameters] = isEcho ? ["unasked"] : asked;
    if (verdict === "fails") years.add(`${rule.id} ${told}`);
    verdicts.set(`${rule.id} ${place.at}`, verdict);
    const finding = { pointer: place.at, parameters };
    if (verdict === "open") findings.push({ code: "undetermined", severity: "info", rule: rule.id, ...finding });
    if (verdict !== "fails") continue;
    for (const told of [parameters].flat()) {
      const explained = isExplained(document, rule.id, place.at, told);
      findings.push({ code: rule.id, severity: rule.severity, ...finding, parameters: told, ...(explained && { explained }) });
    }
  }
  const numbers = sheet.layout.places.filter(({ rule }) => rule.mask).flatMap(({ rule, at: pointer }) =>
    slipsOf(JSON.stringify([rule.slips, at(document, pointer) ?? "", document.year])).map(({ found }) => [found, rule.mask]));
  const hide = hiding(numbers);
  const told = together(findings, sheet).map((finding) => ({ ...finding, parameters: hide(finding.parameters) }));
  return { findings: told, verdicts, sheet };
}

/** Of more than three relations of a table that unread cells leave open, one finding for all. */
function together(findings, { unread }) {
  const tableOf = ({ pointer }) => `/${pointer.split("/")[1]}`;
  const open = findings.filter(({ code, parameters }) => code === "undetermined" && parameters.blanks.some((cell) => unread.includes(cell)));
  const many = [...new Set(open.map(tableOf))].map((pointer) => [pointer, open.filter((one) => tableOf(one) === pointer)])
    .filter(([, found]) => found.length > 3);
  const told = many.map(([pointer, found]) => ({
    code: "undetermined-together", severity: "info", pointer,
    parameters: { count: found.length, rules: [...new Set(found.map(({ rule }) => rule))],
      blanks: [...new Set(found.flatMap(({ parameters }) => parameters.blanks))].filter((cell) => unread.includes(cell)) },
  }));
  return [...findings.filter((one) => !many.some(([, found]) => found.includes(one))), ...told];
}

/** The statements of the texts of a document, text by text, and what the rules of the kind `stated` find in them. */
function evaluateTexts(document, sheet) {
  return (sheet.stated ??= heardTexts(document, sheet));
}

function heardTexts(document, sheet) {
  const { layout } = sheet;
  if (sheet.isUnknown("/year")) return { texts: [], findings: [] };
  const texts = readStatements(document, layout.texts, sheet);
  const findings = layout.stated.flatMap(({ rule, places }) => statedFindings(rule, places, texts, document, layout.texts)
    .map(({ pointer, isElsewhere }) => ({
      code: rule.id, severity: isElsewhere ? "info" : rule.severity, pointer, parameters: {},
      ...(isExplained(document, rule.id, pointer) && { explained: true }),
    })));
  return { texts, findings };
}

const statementsOf = (sheet) => evaluateTexts(sheet.document, sheet).texts.flat();
/** The statements of a report as if it were last year's, held against these figures. */
const recalledOf = ({ document, layout }, figureAt) =>
  readStatements({ ...document, year: document.year - 1 }, layout.texts, { groupOf: new Map() }, figureAt).flat();
const { againstYears, againstBodies } = loadBetween({ read, expand, tools: { at, layouts, readSheet, settle, isExplained, statementsOf, recalledOf } });

// ---- repairs: what changes of figures do to the sums, and what they cost

const costs = read("repairs.json");
const costOf = new Map([...costs.figures, ...costs.groups].map(({ id, cost }) => [id, cost]));
const figureKinds = new Set(costs.figures.map(({ id }) => id));

/** In what way one figure was written wrong. */
function kindOf({ pointer, before, after }, sums) {
  if (before && after === -before) return "sign";
  if (!before) return sums.some(({ right }) => right[0] === pointer) ? "total-omitted" : "omitted";
  if (before < 0 || after < 0) return "replaced";
  const [printed, right] = [String(before), String(after)];
  const without = (text) => [...text].map((_, n) => text.slice(0, n) + text.slice(n + 1));
  if (without(right).includes(printed)) return "digit-lost";
  if (without(printed).includes(right)) return "digit-added";
  if (printed.length !== right.length) return "replaced";
  const differing = [...printed].flatMap((digit, n) => (digit === right[n] ? [] : [n]));
  if (differing.length === 1) return "digit-changed";
  const [n, m] = differing;
  const isTurned = differing.length === 2 && m === n + 1 && printed[n] === right[m] && printed[m] === right[n];
  return isTurned ? "digits-exchanged" : "replaced";
}

/** Whether changes are a slip of this kind: the rows of the form are the equations that are `paired`. */
function isSlip(kind, changes, document, { rows, sums }) {
  if (figureKinds.has(kind)) return changes.length === 1 && kindOf(changes[0], sums) === kind;
  const place = ({ pointer }) => rows.map((row, n) => [n, row.indexOf(pointer)]).find(([, column]) => column >= 0);
  const steps = changes.map(({ before, after }) => after - before);
  if (kind === "with-total") {
    return changes.length === 2 && steps[0] === steps[1] && changes.some((total) =>
      sums.some(({ left, right }) => right[0] === total.pointer && changes.some(({ pointer }) => left.includes(pointer))));
  }
  if (kind === "totals-stale") {
    const rulesOf = ({ pointer }) => sums.filter(({ right }) => right[0] === pointer).map(({ rule }) => rule.id);
    const shared = changes.map(rulesOf).reduce((one, other) => one.filter((id) => other.includes(id)));
    return changes.length > 1 && new Set(steps).size === 1 && shared.length > 0;
  }
  const places = changes.map(place);
  if (kind === "row-shifted") {
    const row = rows[places[0][0]];
    if (places.some(([n]) => n !== places[0][0])) return false;
    const printed = row.map((cell) => at(document, cell) ?? 0);
    const right = row.map((cell, n) => changes.find(({ pointer }) => pointer === cell)?.after ?? printed[n]);
    const isBack = (width, step) => right.slice(0, width).every((figure, n) =>
      n + step < 0 || n + step >= width || figure === printed[n + step]);
    return [row.length, row.length - 1].some((width) => [1, -1].some((step) => isBack(width, step)
      && right.slice(width).every((figure, n) => figure === printed[width + n])));
  }
  const [one, other] = changes;
  if (changes.length !== 2 || one.after !== (other.before ?? 0) || other.after !== (one.before ?? 0)) return false;
  const [down, across] = [0, 1].map((n) => Math.abs(places[0][n] - places[1][n]));
  const hasTotal = places.some(([n, column]) => column === rows[n].length - 1);
  if (kind === "misplaced") return down === 0 && across > 1 && !hasTotal && [one, other].some(({ before }) => !before);
  if (kind === "exchanged-in-total") return down + across === 1 && hasTotal;
  return !hasTotal && (kind === "exchanged-in-row" ? down === 0 && across === 1 : down === 1 && across === 0);
}

/** What changes do to the sums of a document: "mends", "leaves" or "breaks". */
function judge(document, changes) {
  const arithmeticOf = (verdicts) => [...verdicts].filter(([name]) => sumNames(document.layout).has(name.split(" ")[0]));
  const before = new Map(arithmeticOf(evaluate(document).verdicts));
  const repaired = structuredClone(document);
  for (const { pointer, before: printed, after } of changes) {
    if ((at(document, pointer) ?? null) !== printed || after < 0) return "no change of the document";
    const end = pointer.lastIndexOf("/");
    at(repaired, pointer.slice(0, end))[pointer.slice(end + 1)] = after;
  }
  const now = arithmeticOf(evaluate(repaired).verdicts);
  if (now.some(([name, verdict]) => before.get(name) === "holds" && verdict !== "holds")) return "breaks";
  return now.some(([, verdict]) => verdict === "fails") ? "leaves" : "mends";
}

const sumNames = (id) => new Set(layouts[id].places.filter(({ rule }) => rule.kind === "equation").map(({ rule }) => rule.id));

function isRightRepair({ input, slips, cost, verdict }) {
  const document = makeDocument(input);
  const { places } = layouts[document.layout];
  const sums = places.filter(({ rule, right }) => rule.kind === "equation" && right.length === 1);
  const rows = sums.filter(({ rule }) => rule.paired).map(({ left, right }) => [...left, ...right]);
  const price = ({ kind, changes }) => costOf.get(kind)
    + (costOf.get(kind) < 0 ? changes.reduce((all, change) => all + costOf.get(kindOf(change, sums)), 0) : 0);
  return slips.every(({ kind, changes }) => isSlip(kind, changes, document, { rows, sums }))
    && slips.reduce((all, slip) => all + price(slip), 0) === cost
    && judge(document, slips.flatMap(({ changes }) => changes)) === verdict;
}

// ---- the conformance suite

const blanked = (value) => {
  if (typeof value === "number") return null;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, blanked(inner)]));
};

function makeDocument({ base, changes = [], document = read(`conformance/bases/${base}.json`) }) {
  for (const { pointer, remove, blank, repeat, times, value } of changes) {
    const end = pointer.lastIndexOf("/");
    const [holder, name] = [at(document, pointer.slice(0, end)), pointer.slice(end + 1)];
    if (remove) Array.isArray(holder) ? holder.splice(Number(name), 1) : delete holder[name];
    else holder[name] = blank ? blanked(holder[name]) : repeat ? repeat.repeat(times) : value;
  }
  return document;
}

const agrees = (wanted, given) => Object.entries(wanted).every(([key, value]) =>
  Array.isArray(value) ? same(value, given[key]) : value === given[key]);
const isSame = ({ parameters: wanted = {}, ...one }, { parameters: given, ...other }) =>
  Object.keys({ ...one, ...other }).every((key) => one[key] === other[key]) && agrees(wanted, given);

/** Whether the figures of a text are read as a case says. */
function areRead(wanted, given) {
  const readingsOf = (readings) => readings.map(({ cells, minus = [], base, relation = "=" }) =>
    JSON.stringify([[...cells].sort(), [...minus].sort(), [...(base ?? [])].sort(), relation]));
  return wanted.length === given.length && wanted.every((one, n) => {
    const other = given[n];
    const [asked, found] = [readingsOf(one.readings ?? []), readingsOf(other.readings)];
    return ["figure", "start", "end", "kind", "verdict"].every((name) => one[name] === other[name]) && one.reason === other.reason
      && (one.certain ?? true) === other.isCertain && (one.scope ?? "table") === other.scope && same(asked, found);
  });
}

const OF_SEVERAL = [...read("years.json").rules, ...read("levels.json").rules].map(({ id }) => id).concat(
  "explanation-stale", "years-undetermined", "previous-not-found", "previous-several", "superseded-not-found",
  "levels-not-compared", "levels-bodies-missing", "levels-left-out", "levels-undetermined");

/** The text of a case of statements stands above the overview of its base. */
const aboveOverview = ({ base, text: told }) =>
  ({ pointer: "/overview", value: `${told}\n${read(`conformance/bases/${base}.json`).overview}` });

function passes(entry) {
  if (entry.kinds) {
    const found = infer(entry.name, organs);
    return same(entry.kinds, found.kinds) && same(entry.levels, found.levels);
  }
  if (entry.slips) return isRightRepair(entry);
  if (entry.relation) {
    const terms = (side) => side.map((item) => typeof item === "number" ? { figure: item }
      : { figure: null, signed: item.startsWith("signed"), doubtful: item.endsWith("doubtful") });
    return settle(entry.relation, terms(entry.left), terms(entry.right)) === entry.verdict;
  }
  const document = makeDocument(entry.input ?? { base: entry.base, changes: [aboveOverview(entry), ...(entry.changes ?? [])] });
  const { findings: ofRules, verdicts, sheet } = evaluate(document, salvage(document, entry.expected));
  const { texts, findings: ofTexts } = evaluateTexts(document, sheet);
  const between = entry.previous ? againstYears(document, entry.previous.map(makeDocument))
    : entry.bodies ? againstBodies(document, entry.bodies.map(makeDocument)) : [];
  const findings = [...ofRules, ...ofTexts, ...between];
  // Of the findings only those of rules are asked for here: those of references are another program's work.
  const ids = ["undetermined", "undetermined-together", ...(entry.previous || entry.bodies ? OF_SEVERAL : []),
    ...[...sheet.layout.places, ...sheet.layout.stated].map(({ rule }) => rule.id)];
  const expected = entry.expected.filter(({ code }) => ids.includes(code));
  return expected.length === findings.length && expected.every((one) => findings.some((other) => isSame(one, other)))
    && (!entry.statements || areRead(entry.statements, texts.flat().filter(({ pointer }) => pointer === "/overview")))
    && (!entry.rule || verdicts.get(`${entry.rule} ${entry.at}`) === entry.verdict);
}

const ALL = ["rules", "blanks", "truth-table", "repairs", "statements", "organs", "years", "levels", "structure", "unsound", "slips"];
const GROUPS = asked.length ? asked : ALL;

/** Whether a case is about a report of a layout that is known; of others no rule is asked here. */
function isOfALayout({ input }) {
  const layout = makeDocument(structuredClone(input))?.layout;
  return typeof layout === "string" && layout in layouts;
}

const files = readdirSync(join(SCHEMA, "conformance")).filter((name) => name.endsWith(".json")).sort();
// What is asked for are groups, or files of them.
const cases = files.map((name) => ({ name: name.replace(".json", ""), ...read(`conformance/${name}`) }))
  .filter(({ name, group }) => GROUPS.includes(group) || GROUPS.includes(name))
  .flatMap(({ group, cases }) => (["structure", "unsound"].includes(group) ? cases.filter(isOfALayout) : cases));
// Beside the suite stand the texts of slips.json: wrong ones, in which their entry finds something, and right ones, in which the list does not.
const filled = (text) => text.replace(/\{year([+-][0-9]+)?\}/gu, (_, more) => `${2023 + Number(more ?? 0)}`);
for (const entries of GROUPS.includes("slips") ? lists.values() : []) {
  for (const entry of entries) {
    entry.wrong.forEach((text) => cases.push({ description: text, isFound: findSlips([entry], filled(text), 2023, "乙县财政局").length > 0 }));
    entry.right.forEach((text) => cases.push({ description: text, isFound: findSlips(entries, filled(text), 2023, "乙县财政局").length === 0 }));
  }
}
let passed = 0;
const failed = [];
for (const entry of cases) {
  if (stopsAtFirst && failed.length) break;
  if (entry.isFound ?? passes(entry)) passed += 1;
  else failed.push(entry);
}
failed.forEach(({ description }) => console.error(description));
const unasked = stopsAtFirst ? `, ${cases.length - passed - failed.length} unasked` : "";
console.log(`${passed} passed, ${failed.length} failed${unasked}`);
process.exitCode = failed.length ? 1 : 0;
