// Every rule of a layout asked of a report; what the rules are is read from rules.json alone.

import { HOLDS, OPEN, settle, sum, terms } from "./arithmetic.js";
import { valueAt } from "./form.js";
import { cut } from "./reading.js";
import { Sheet } from "./sheet.js";
import { findSlips, hiding } from "./slips.js";

const WHITE_SPACE = " \t\r\n\u3000";
const STRIP = new RegExp(`^[${WHITE_SPACE}]+|[${WHITE_SPACE}]+$`, "gu");

export function strip(text) {
  return text.replace(STRIP, "");
}

// So many relations of a table may be left open one by one; if there are more, they are told together.
const MOST_TOLD = 3;

/** Return what the rules find in a report, or in what is sound of it where some of it is unknown. */
export function checkRules(form, report, { organs, slips }, unknown) {
  const sheet = new Sheet(form, report, { organs, slips }, unknown);
  sheet.year = yearOf(sheet);
  const findings = [];
  const failed = new Set();
  const years = new Set();
  for (const instance of instances(form.rules)) {
    const { rule, at } = instance;
    // Asked of the running text, which this check does not read.
    if (rule.kind === "stated") continue;
    if ((rule.after ?? []).some((earlier) => placesAbove(at).some((place) => failed.has(`${earlier} ${place}`)))) continue;
    if (!instance.when.every((condition) => isMet(condition, sheet))) continue;
    for (const found of [ASK[rule.kind](instance, sheet) ?? []].flat()) {
      const told = `${found.parameters?.found ?? ""}`.normalize("NFKC").match(/[0-9]{4}/u)?.[0];
      if ((rule.echoes ?? []).some((earlier) => years.has(`${earlier} ${told}`))) continue;
      if (rule.voice) years.add(`${rule.id} ${told}`);
      findings.push({ code: rule.id, rule: rule.id, severity: rule.severity, pointer: at, ...found });
      if (found.code === undefined) failed.add(`${rule.id} ${at}`);
    }
  }
  const masked = [...instances(form.rules)].filter(({ rule }) => rule.mask);
  const numbers = masked.flatMap(({ rule, at }) => slipsAt({ rule, at }, sheet).map(({ found }) => [found, rule.mask]));
  const hide = hiding(numbers);
  const reasons = new Map(
    (report.explanations ?? []).filter((e) => strip(e.text)).map((e) => [`${e.rule} ${e.pointer} ${e.quote}`, e.text]),
  );
  const reason = (finding, quote) => reasons.get(`${finding.code} ${finding.pointer} ${quote}`);
  return together(findings, sheet).map((finding) => ({
    ...finding,
    parameters: hide(finding.parameters),
    explained: reason(finding, finding.parameters?.quote) ?? reason(finding) ?? null,
  }));
}

/** Findings; of more than three relations of a table that unread cells leave open, one for all of them. */
function together(findings, { unread }) {
  const isUnread = (cell) => unread.has(cell);
  const open = findings.filter(({ code, parameters }) => code === "undetermined" && parameters.blanks.some(isUnread));
  const tableOf = ({ pointer }) => `/${pointer.split("/")[1]}`;
  const tables = [...new Set(open.map(tableOf))].map((table) => [table, open.filter((finding) => tableOf(finding) === table)]);
  const many = tables.filter(([, found]) => found.length > MOST_TOLD);
  const told = new Set(many.flatMap(([, found]) => found));
  return [
    ...findings.filter((finding) => !told.has(finding)),
    ...many.map(([pointer, found]) => {
      const blanks = [...new Set(found.flatMap(({ parameters }) => parameters.blanks).filter(isUnread))];
      const parameters = { rules: [...new Set(found.map(({ rule }) => rule))], count: found.length, blanks };
      return { code: "undetermined-together", severity: "info", pointer, parameters };
    }),
  ];
}

/** Whether something is unknown that a rule asks at a place. */
export function isHindered(form, rule, pointer, unknown) {
  if (unknown.isEmpty) return false;
  const asked = [...instances(form.rules)].filter((instance) => instance.rule.id === rule);
  if (asked.some((instance) => instance.rule.kind === "stated")) return true;
  const atPlace = asked.filter(({ at }) => at === pointer);
  return (atPlace.length ? atPlace : asked).some((instance) => placesOf(instance).some((place) => unknown.touches(place)));
}

function placesOf({ rule, at, left, right, when, exempt }) {
  const conditions = [...when, ...exempt.flatMap(({ unless }) => unless.flat())];
  return [at, ...left, ...right, ...conditions.flatMap((condition) => condition.at), ...(rule.value === undefined ? [] : ["/year"])];
}

/** A place and those above it, the document itself left out. */
function placesAbove(at) {
  const names = at.split("/").slice(1);
  return names.map((_, depth) => `/${names.slice(0, depth + 1).join("/")}`);
}

/** Each rule bound to its places: sets named by `each` one member at a time, all others summed over. */
export function* instances({ sets, rules }) {
  for (const rule of rules) {
    const bindings = (rule.each ?? []).reduce(
      (scopes, name) => scopes.flatMap((scope) => sets[name].map((member) => ({ ...scope, [name]: [member] }))),
      [sets],
    );
    for (const scope of bindings) {
      const places = (patterns) => (patterns ?? []).flatMap((pattern) => expand(pattern, scope));
      yield {
        rule,
        at: expand(rule.at, scope)[0],
        also: places(rule.also),
        left: places(rule.left),
        right: places(rule.right),
        when: placed(rule.when, scope),
        exempt: (rule.exempt ?? []).map(({ at, marks, unless = [] }) => ({
          cells: places(at),
          marks,
          unless: unless.map((group) => placed(group, scope)),
        })),
      };
    }
  }
}

function placed(conditions, scope) {
  return (conditions ?? []).map((condition) => ({ ...condition, at: expand(condition.at, scope) }));
}

function expand(pattern, sets) {
  const match = /\{([a-z_]+)\}/.exec(pattern);
  return match ? sets[match[1]].flatMap((member) => expand(pattern.replace(match[0], member), sets)) : [pattern];
}

function isMet(condition, sheet) {
  return condition.at.some((pointer) => {
    if (condition.undivided) return sheet.undivided.has(pointer);
    if (condition.above !== undefined) return (sheet.figures.get(pointer) ?? 0) > condition.above;
    return sheet.possible(pointer).every((member) => condition.in.includes(member));
  });
}

const ASK = { equation: weigh, inequality: weigh, presence: askPresence, text: askText, slip: askSlips, compare: askComparison };

function weigh({ rule, at, left, right }, sheet) {
  const sides = [terms(left, sheet), terms(right, sheet)];
  const verdict = settle(rule.relation ?? "=", ...sides);
  if (verdict === HOLDS) return null;
  const [sumLeft, sumRight] = sides.map(sum);
  const all = sides.flat();
  const parameters = {
    left: sumLeft,
    right: sumRight,
    difference: Math.abs(sumLeft - sumRight),
    cells: ["left", "right"].flatMap((side, n) => sides[n].map(({ pointer, figure }) => ({ pointer, side, figure }))),
    blanks: all.filter((term) => term.figure === null).map((term) => term.pointer),
  };
  if (verdict === OPEN) return { code: "undetermined", severity: "info", parameters: { rule: rule.id, ...parameters } };
  const point = all.find((term) => term.pointer === at);
  if (rule.kind === "equation" && point) {
    // What the cell pointed at would have to hold, all others as they are.
    const lacking = sumRight - sumLeft;
    parameters.expected = (point.figure ?? 0) + (sides[0].includes(point) ? lacking : -lacking);
    parameters.actual = point.figure;
  }
  return { parameters };
}

function askPresence({ rule, at, exempt }, sheet) {
  if (rule.of === "text") {
    const text = valueAt(sheet.report, at);
    return typeof text === "string" && !strip(text) ? { parameters: {} } : null;
  }
  const isExempt = (cell) =>
    exempt.some(
      ({ cells, marks, unless }) =>
        cells.includes(cell) && marks.includes(sheet.marks.get(cell)) && !unless.some((group) => group.every((condition) => isMet(condition, sheet))),
    );
  const blanks = sheet.blanks(at).filter((cell) => !isExempt(cell));
  const isFound = rule.of === "every-cell" ? blanks.length > 0 : blanks.length === sheet.cells(at).length;
  return isFound ? { parameters: { blanks } } : null;
}

function askText({ rule, at, also, when }, sheet) {
  const text = valueAt(sheet.report, at);
  if (typeof text !== "string") return null;
  const others = also.filter((pointer) => !sheet.unknown.touches(pointer)).map((pointer) => valueAt(sheet.report, pointer));
  const texts = [text, ...others.filter((other) => typeof other === "string")];
  const isSaid = (pattern) => texts.some((one) => counting(pattern, one));
  if (rule.topics) {
    const missing = Object.keys(rule.topics).filter((name) => !isSaid(rule.topics[name]));
    return missing.length ? { parameters: { missing } } : null;
  }
  if (rule.unless !== undefined && counting(rule.unless, text)) return null;
  if (rule.absent !== undefined) {
    const match = counting(rule.absent, text);
    return match && { parameters: { found: cut(strip(match[0])) } };
  }
  if (isSaid(rule.present)) return null;
  const asked = when.filter((condition) => condition.above !== undefined).flatMap((condition) => condition.at);
  return { parameters: asked.length ? { left: sheet.figures.get(asked[0]) } : {} };
}

/** The year that rules ask for: that of the report, unless more of its voices tell another. */
function yearOf({ form, report, unknown }) {
  if (!Number.isInteger(report.year)) return report.year;
  const heard = new Map();
  for (const { rule, at } of instances(form.rules)) {
    const member = rule.voice && !heard.has(rule.voice) && !unknown.touches(at) ? valueAt(report, at) : null;
    if (member === null || member === undefined) continue;
    const match = rule.pattern === undefined ? [, String(member)] : new RegExp(rule.pattern, "u").exec(String(member));
    const digits = match?.[1].normalize("NFKC").match(/^[0-9]{4}/u)?.[0];
    if (digits) heard.set(rule.voice, Number(digits) - Number(rule.value.match(/\{year([+-][0-9]+)?\}/u)?.[1] ?? 0));
  }
  const count = (year) => [report.year, ...heard.values()].filter((other) => other === year).length;
  return [...heard.values()].reduce((best, year) => (count(year) > count(best) ? year : best), report.year);
}

/** The first match that counts: one in which the group takes part, if the pattern has one. */
function counting(pattern, text) {
  return [...text.matchAll(new RegExp(pattern, "gu"))].find((match) => match.length === 1 || match[1] !== undefined) ?? null;
}

function askSlips(instance, sheet) {
  return slipsAt(instance, sheet).map((slip) => ({ parameters: { ...slip, found: cut(slip.found), quote: cut(slip.quote) } }));
}

function slipsAt({ rule, at }, sheet) {
  const text = valueAt(sheet.report, at);
  return typeof text === "string" ? findSlips(sheet.slips.get(rule.slips), text, sheet.year, valueAt(sheet.report, "/organ/name")) : [];
}

function askComparison({ rule, at }, sheet) {
  const member = valueAt(sheet.report, at);
  if (member === undefined || member === null) return null;
  if (rule.value.includes("{year") && sheet.unknown.touches("/year")) return null;
  const match = rule.pattern === undefined ? [String(member), String(member)] : new RegExp(rule.pattern, "u").exec(String(member));
  if (!match) return null;
  const actual = rule.pattern === undefined ? match[1] : match[1].normalize("NFKC");
  const found = rule.pattern === undefined ? match[0] : strip(match[0]);
  const expected = rule.value.replace(/\{year([+-][0-9]+)?\}/g, (_, more) => String(sheet.year + Number(more ?? 0)));
  const holds = { "=": actual === expected, ">=": actual >= expected, "<=": actual <= expected }[rule.relation];
  return holds ? null : { parameters: { found: cut(found), expected } };
}
