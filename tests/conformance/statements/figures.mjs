// The statements of a text: every figure and word for zero with its readings or its reason, as schema/README.md says under "Figures".

import { facetsOf, headBehind, isMerged, makeHead, scopeOf, shared, takeIn } from "./heads.mjs";
import { isEndOfRange, isOneOfYears, makeDoubts, SEVERAL } from "./doubts.mjs";
import { isNarrower, read, readingsOf } from "./readings.mjs";
import { isGap, isNoun, isSoft, isVerb, readSentences } from "./tokens.mjs";

const PASSING = ["period", "channel", "change", "last-year", "rate", "approximate", "revision"];
const NO_SINK = ["unclear", "measure", "paragraph", "verb"];

function makeContext() {
  return { table: null, facets: {}, group: null, verb: null, sink: null, year: null, scope: null, isRead: false, isByChannel: false, theme: null, isOfPeriod: false, isOfArea: false, isOfSome: false, echo: {}, lead: {}, wider: {}, sortedIn: null };
}

function turnAway(context, reason) {
  context.isByChannel = reason === "channel";
  if (PASSING.includes(reason)) return;
  Object.assign(context, { table: null, facets: {}, group: null, wider: {} });
  if (!NO_SINK.includes(reason)) context.sink = reason;
}

function turnTo(context, head, facets, { tables, sets }) {
  const isKept = head.label?.aside && context.table === head.table;
  const wider = context.table === head.table ? widerOf(context, facets, tables[head.table].inherits ?? [], sets) : {};
  if (!isKept) Object.assign(context, { facets, group: head.label?.group ?? null, wider });
  Object.assign(context, { table: head.table, sink: null, isRead: true, isByChannel: false });
}

/** Of each inherited facet, what it was before it became a part of that. */
function widerOf(context, facets, names, sets) {
  const wholeOf = (name) => [context.facets[name], context.wider[name]]
    .find((whole) => whole && isNarrower({ [name]: facets[name] }, { [name]: whole }, sets));
  return Object.fromEntries(names.map((name) => [name, wholeOf(name)]).filter(([, whole]) => whole));
}

function heed(context, all, [start, end], year, tables, seat) {
  for (const [n, token] of [...all.entries()].slice(start, end)) {
    const previous = all[n - 1];
    if (token.kind === "year") context.year = previous?.reason === "change" ? context.year : isOneOfYears(all, n) ? SEVERAL : token.year;
    else if (token.kind === "year_last") context.year = year - 1;
    else if (token.kind === "year_this") context.year = ["year", "year_last"].includes(previous?.kind) ? context.year : null;
    else if (token.kind === "label") {
      echo(context, token.label, tables);
      if (isLead(all, n, tables)) context.lead = facetsOf(token.label);
    }
    else if (token.kind === "theme") context.theme = token.reason;
    else if (token.kind === "period") context.isOfPeriod = true;
    else if (scopeOf(token.kind)) {
      context.scope = scopeOf(token.kind);
      if (token.kind === "whole") context.isOfArea = Boolean(token.area) && token.area !== seat;
    }
    else if (isVerb(token) && token.kind !== "take") context.verb = token.kind;
    else if (token.kind === "object" && Object.keys(context.facets).length === 0) {
      Object.assign(context, { table: token.table, facets: {}, group: null, wider: {}, sink: null, isRead: true, isByChannel: false });
    }
  }
}

/** Whether the label at this place is the last of a clause in which nothing is told, and says nothing but what leads. */
function isLead(all, place, tables) {
  const { label } = all[place];
  if (!all.slice(place + 1).some(({ kind, isAttributive, isWithin }) => kind === "view" || isAttributive || isWithin)) return false;
  return Object.keys(facetsOf(label)).every((name) => tables[label.table].leads?.includes(name))
    && all.slice(place + 1).every(isSoft) && !all.some(({ kind }) => ["figure", "zero", "nothing"].includes(kind));
}

function echo(context, label, tables) {
  const facets = facetsOf(label);
  if (label && tables[label.table].echoes?.some((name) => facets[name])) context.echo = facets;
}

const lastIndex = (tokens, test) => tokens.findLastIndex(test);

/** The head of a figure by what stands on its left and right: {head, isBehind} or {reason}. */
function findHead(left, right, context, isLast = false) {
  let place = lastIndex(left, (token) => !isGap(token));
  if (left[place]?.kind === "disclosure" && left[place - 1]?.isAttributive && left[place - 2]?.kind === "label") place -= 2;
  const near = left[place];
  const between = left.slice(place + 1);
  const isParted = between.some(({ isWithin }) => isWithin) || (between.some(({ kind }) => kind === "colons") && !right.every(isGap));
  if (isParted && (isNoun(near) || isVerb(near))) return headWithin(near, right);
  const open = () => ({ reason: context.sink ?? "unclear" });
  if (isNoun(near)) {
    const [next] = right;
    if (next?.kind === "sink" && next.reason !== "change") return { reason: next.reason };
    const head = takeIn(makeHead(near), left.slice(0, place));
    for (const { kind, inner } of between) if (kind === "aside") readAside(head, inner);
    if (between.some(({ kind }) => kind === "disclosure")) head.hasTopic = true;
    const behind = right.find((token) => !isGap(token));
    if (isLast && behind?.kind === "label" && behind.table === head.table && right.filter((token) => !isGap(token)).length === 1
      && !shared(facetsOf(behind.label), head.facets)) {
      head.others.push(behind.label);
      head.rival = facetsOf(behind.label);
    }
    return { head };
  }
  if (isVerb(near)) {
    const before = left.slice(0, place);
    const noun = lastIndex(before, (token) => !isGap(token) && !isVerb(token));
    if (isNoun(before[noun])) {
      const head = takeIn(makeHead(before[noun]), before.slice(0, noun));
      head.verb = isMerged(near.kind, head.verb) ? "both" : near.kind;
      return { head };
    }
    const behind = headBehind(right, true);
    if (behind.head && !behind.head.noun) return { reason: "unclear" };
    if (behind.reason) return behind;
    if (!behind.head && !context.table) return open();
    return { head: takeIn(behind.head ?? makeHead(null, context.table), left.slice(0, place + 1), true), isBehind: Boolean(behind.head) };
  }
  const sink = left.findLast(({ kind }) => kind === "sink");
  if (sink) return { reason: sink.reason };
  if (near && !isSoft(near)) return { reason: "unclear" };
  const isTold = left.length > 1 && Boolean(left.at(-1).isAttributive) && left.every(({ kind }) => kind !== "part");
  const { head, reason } = headBehind(right, isTold);
  const isTotal = left.every(isGap) && left.some((token) => token.isTotal);
  if (!head && !reason && isTotal && context.isByChannel && context.table) return { head: { ...makeHead(null, context.table), isTotal: true } };
  if (!head) return { reason: reason ?? "unclear" };
  if (!head.noun) {
    if (!context.table) return { reason: "unclear" };
    head.table = context.table;
  } else if (head.noun.kind !== "label") return { reason: "unclear" };
  return { head, isBehind: true };
}

/** The head behind a figure that is one of those told before it. */
function headWithin(near, right) {
  const { head, reason } = headBehind(right);
  if (!head?.noun || (head.hasObject && !Object.keys(head.facets).length)) return { reason: reason ?? "unclear" };
  if (isNoun(near) && near.table === head.table) {
    head.hasTopic = true;
    if (near.kind === "label" && !shared(facetsOf(near.label), head.facets)) {
      Object.assign(head.facets, facetsOf(near.label));
      head.labels.push(near.label);
    }
  }
  return { head, isBehind: true };
}

function readAside(head, inner) {
  const labels = inner.filter(({ kind, table }) => kind === "label" && table === head.table).map(({ label }) => label);
  const names = (label) => Object.keys(facetsOf(label)).sort().join();
  if (inner.some(({ kind }) => kind === "part")) head.included.push(...labels.filter(({ relation }) => !relation));
  else head.others.push(...labels.filter((label) => names(label) === names(head.label)));
}

/** The heads that a word for zero denies, from the tokens behind it, and how many of these it takes. */
function denied(tokens, inClause, sets) {
  let heads = [];
  const isTopic = inClause.some(({ kind }) => kind === "disclosure" || kind === "object");
  let verb = null;
  let isListed = false;
  const make = (token) => {
    const head = makeHead(token);
    const said = head.hasObject ? (["handle", "new"].includes(verb) ? verb : "receive") : verb;
    return Object.assign(head, { hasTopic: isTopic, verb: said });
  };
  let n = 0;
  for (; n < tokens.length; n += 1) {
    const [token, before, last] = [tokens[n], tokens[n - 1], heads.at(-1)];
    if (token.kind === "weak") {
      const next = tokens.slice(n + 1).find(({ kind }) => kind !== "filler");
      if (isTopic && !last && next?.kind !== "label") {
        heads.push(make(token));
        isListed = false;
      }
      else if (before?.kind === "filler" && last && last.table !== token.table) heads.pop();
    } else if (token.kind === "object" && last?.label && !last.hasObject && last.table === token.table && before.kind !== "connector") {
      continue;
    } else if (isNoun(token)) {
      const facets = facetsOf(token.label);
      const isLacking = (head) => head.table === token.table && Object.keys(facets).every((name) => !head.facets[name]);
      if (last && token.kind === "label" && isLacking(last) && before.kind !== "connector") {
        for (const head of heads.filter(isLacking)) Object.assign(head.facets, facets) && head.labels.push(token.label);
      } else if (last && token.kind === "label" && last.table === token.table && before.kind !== "connector"
        && isNarrower(last.facets, facets, sets)) {
        isListed = false;
        continue;
      } else if (last && token.kind === "label" && last.table === token.table && before.kind !== "connector"
        && isNarrower(facets, last.facets, sets)) {
        Object.assign(last.facets, facets) && last.labels.push(token.label);
      } else {
        const isOfOther = last && !isListed && (last.label || Object.keys(last.facets).length) && last.table !== token.table;
        if (last && !last.label && !Object.keys(last.facets).length && before.kind !== "connector") heads.pop();
        if (isOfOther) heads.pop();
        heads.push(Object.assign(make(token), { isNarrowed: Boolean(isOfOther) }));
      }
      isListed = false;
    } else if (isVerb(token)) verb = token.kind;
    else if (token.kind === "connector") isListed = true;
    else if (token.kind === "figure") {
      const power = (number) => 10n ** BigInt(Math.max(number, 0));
      const isNone = tokens.slice(0, n).every(({ kind }) => kind === "filler");
      if (token.digits * power(token.power) > power(-token.power) || !isNone) return { heads: [], taken: 0 };
    } else if (!isSoft(token) && token.kind !== "zero" && token.kind !== "nothing") {
      if (before?.kind !== "connector") heads.pop();
      if (token.reason !== "petition") break;
    }
  }
  return { heads, taken: heads.length ? n : 0 };
}

// ---- the statements of one text

export function readText(text, layout, { year, isGovernment, area, organ }) {
  const context = makeContext();
  const statements = [];
  let sentence = [];
  let first = 0;
  const { tables, sets } = layout.statements;
  const doubts = makeDoubts(organ, layout, PASSING);

  const settle = (token, found, clause, isZero = false) => {
    const scope = found.head ? found.head.scope ?? context.scope ?? "table" : "table";
    const statement = {
      start: token.start, end: token.end, token: isZero ? { digits: 0n, power: 0 } : token, clause, scope,
      kind: isZero ? "zero" : ["amount", "percentage"].includes(token.sort) ? token.sort : "count",
      readings: [], isCertain: true, group: null,
    };
    const silent = (reason) => statements.push(Object.assign(statement, { reason, scope: "table" }));
    if (!isZero && token.sort !== "foreign" && token.about) return silent("approximate");
    const { head } = found;
    if (!head) {
      if (token.isSpelled && found.reason === "unclear") return undefined;
      if (!(found.reason === "unclear" && found.left.every(isSoft))) turnAway(context, found.reason);
      return silent(found.reason);
    }
    let result = head.isForeign && isGovernment ? { reason: "sub-body" } : read(head, context, layout.statements, clause.isBracketed);
    if (result.readings) {
      const isAmount = result.readings[0].cells[0].endsWith("/amount");
      const isRight = isZero || (token.sort === "amount") === isAmount || (token.digits === 0n && [null, "count"].includes(token.sort));
      if (!isRight) result = { reason: "measure" };
      else if (isAmount && !isZero) statement.kind = "amount";
    }
    if (result.reason) {
      turnAway(context, result.reason);
      return silent(result.reason);
    }
    turnTo(context, head, result.facets, layout.statements);
    echo(context, head.label, tables);
    if (context.year !== null && context.year !== year) return silent("last-year");
    if (doubts.areOf(head, context, statement, result.facets)) result.isCertain = false;
    const isPart = head.isPart || clause.isBracketed;
    Object.assign(statement, result, { table: head.table, group: head.label?.group ?? null, isPart, isAside: Boolean(head.label?.aside) });
    if (statement.group && isPart) addToWhole(statement);
    statements.push(statement);
    sentence.push(statement);
    return undefined;
  };

  const addToWhole = ({ group, readings: [part] }) => {
    const whole = sentence.findLast((one) => one.group && one.readings.length && (!one.isPart || one.group !== group));
    if (whole?.group !== group) return;
    const [one] = whole.readings;
    if (one.cells.some((cell) => part.cells.includes(cell))) return;
    const both = { ...one, cells: [...one.cells, ...part.cells], minus: [...one.minus, ...part.minus] };
    if (whole.readings.some(({ cells }) => String(cells) === String(both.cells))) return;
    whole.readings.push(both);
    const behind = statements[statements.indexOf(whole) + 1];
    if (behind?.kind !== "percentage") return;
    const ofOne = behind.readings.filter(({ cells }) => String(cells) === String(one.cells));
    behind.readings.push(...ofOne.map(({ base }) => ({ ...both, base })));
  };

  const share = (token, left, clause) => {
    const statement = { start: token.start, end: token.end, token, clause, scope: "table", kind: "percentage",
      readings: [], isCertain: true, group: null };
    const add = (more) => statements.push(Object.assign(statement, more));
    const turned = left.find(({ kind }) => kind === "rate") ?? left.find(({ reason }) => reason === "change");
    if (turned) return add({ reason: turned.reason ?? "rate" });
    const place = left.findIndex(({ kind }) => kind === "share");
    const before = left.slice(0, Math.max(place, 0));
    const noun = lastIndex(before, (one) => !isGap(one) && one.kind !== "base");
    let of = {};
    if (isNoun(before[noun])) {
      const head = takeIn(makeHead(before[noun]), before.slice(0, noun));
      of = { ...read(head, context, layout.statements, clause.isBracketed), group: head.label?.group, table: head.table };
      if (of.readings) turnTo(context, head, of.facets, layout.statements);
    } else if (!left.slice(0, place < 0 ? left.length : place).some(({ isTotal }) => isTotal) && (place >= 0 ? noun < 0 : left.every((one) => isGap(one) || one.kind === "base")) && (place >= 0 || clause.isBracketed)) {
      of = statements.slice(first).findLast((one) => one.kind !== "zero" && (clause.isBracketed || !one.clause.isBracketed)) ?? {};
      if (of.kind === "percentage") of = {};
    }
    const naming = ["base", "new", "receive", "handle", "object", "weak"];
    const words = left.slice((place < 0 ? left.findLastIndex((one) => !isGap(one) && one.kind !== "base") : noun) + 1)
      .filter(({ kind }) => naming.includes(kind)).map(({ word }) => word).join("");
    const leavesBase = ({ kind, isCopula, isAll }) => isCopula || isAll || [...naming, "about_before", "year_this", "share"].includes(kind);
    if (place >= 0 && !left.slice(place + 1).every(leavesBase)) of = {};
    const bases = of.group ? (tables[of.table].shares ?? []).filter((one) => one.group === of.group
      && !one.unless?.some((word) => words.includes(word))) : [];
    const table = tables[of.table];
    const readings = bases.flatMap(({ base }) => readingsOf({ ...table.rest, ...facetsOf(base) }, table, sets))
      .flatMap(({ cells }) => (of.readings ?? []).map((one) => ({ ...one, base: cells })));
    if (!readings.length) return add({ reason: "rate" });
    const sum = sentence.findLast((one) => one !== of && one.readings.some(({ cells }) => cells.length > 1));
    for (const one of words ? [] : of.readings) {
      const wider = (sum?.readings ?? []).filter(({ cells }) => cells.length > one.cells.length && one.cells.every((cell) => cells.includes(cell)));
      readings.push(...wider.map(({ cells }) => ({ ...one, base: cells })));
    }
    if (context.year !== null && context.year !== year) return add({ reason: "last-year" });
    return add({ readings, isCertain: of.isCertain && !token.about && !doubts.areOfShare(isNoun(before[noun])), table: of.table });
  };

  const elsewhere = () => {
    const reason = context.theme ?? (context.isOfPeriod ? "period" : null);
    context.isOfPeriod = false;
    return reason;
  };

  const addSilent = (token, clause, kind, reason) => statements.push({
    start: token.start, end: token.end, token, clause, scope: "table", kind, reason, readings: [], isCertain: true, group: null,
  });

  /** Whether a figure counts documents by who may see them, as the one before it in the sentence does. */
  const isSorted = (token, near, head) => {
    if (head?.noun) return context.sortedIn === token.measure && head.verb === null && Boolean(tables[head.table].objects);
    if (near?.isProactive && !token.about) context.sortedIn = token.measure;
    return false;
  };

  const readFigure = (token, left, right, clause, isLast, place) => {
    const near = left.findLast((one) => !isGap(one));
    const run = left.slice(left.findLastIndex((one) => !isGap(one) && one.kind !== "share" && one.kind !== "base") + 1);
    if (run.some(({ kind }) => kind === "about_before") || right[0]?.kind === "about_behind") token.about = true;
    if (isEndOfRange(clause.tokens, place)) token.about = true;
    const cut = isLast ? -1 : right.findIndex(({ isWithin, kind }) => isWithin || kind === "colons");
    const own = cut < 0 ? right : right.slice(0, cut);
    const isCounted = token.sort === null ? own.every(isGap) && isNoun(near) : ["count", "amount"].includes(token.sort);
    const found = isCounted ? findHead(left, own, context, isLast) : {};
    doubts.at(place, left, found.head);
    if (!token.sort && !(own.every(isGap) && isNoun(near))) return 0;
    const reason = elsewhere();
    if (token.sort === "percentage") {
      if (reason) addSilent(token, clause, "percentage", reason);
      else share(token, left, clause);
      return 0;
    }
    const turned = token.sort === "foreign" ? "measure" : reason;
    if (turned) {
      if (turned !== "measure" || !layout.words.lasting.includes(token.measure)) turnAway(context, turned);
      addSilent(token, clause, token.sort === "amount" ? "amount" : "count", turned);
      return found.isBehind ? own.length : 0;
    }
    if (isSorted(token, near, found.head)) found.head = void (found.reason = "document");
    settle(token, { ...found, left }, clause);
    return found.isBehind ? own.length : 0;
  };

  const readZero = (token, place, left, tokens, clause) => {
    const tell = (heads) => {
      doubts.at(place, left, heads[0]);
      const reason = heads.length ? elsewhere() : null;
      for (const head of heads) {
        if (reason) {
          turnAway(context, reason);
          addSilent({ ...token, digits: 0n, power: 0 }, clause, "zero", reason);
        } else settle(token, { head, left }, clause, true);
      }
    };
    if (tokens.slice(place + 1).every(isGap)) {
      const noun = lastIndex(left, (one) => !isGap(one));
      tell(isNoun(left[noun]) ? [takeIn(makeHead(left[noun]), left.slice(0, noun))] : []);
      return 0;
    }
    if (token.kind !== "zero") {
      tell([]);
      return 0;
    }
    const before = tokens.slice(0, place);
    const isElsewhere = before.some(({ kind, reason }) => kind === "figure" || reason === "sub-body");
    const isForeign = before.some(({ kind }, n) => kind === "suffix" && before[n - 1]?.kind === "other");
    const { heads, taken } = denied(tokens.slice(place + 1), tokens, sets);
    const isOfSome = ({ hasObject, table }) => hasObject && before.some((one) => one.kind === "label" && one.table === table);
    tell(heads.map((head) => ({ ...head, isForeign, reason: isElsewhere ? "sub-body" : isOfSome(head) ? "unclear" : head.reason })));
    return taken;
  };

  const readClause = (clause) => {
    const { tokens } = clause;
    let from = 0;
    let heeded = 0;
    for (let n = 0; n < tokens.length; n += 1) {
      const token = tokens[n];
      if (token.kind !== "figure" && token.kind !== "zero" && token.kind !== "nothing") continue;
      heed(context, tokens, [heeded, n], year, tables, area);
      heeded = Math.max(heeded, n);
      if (token.kind !== "figure") {
        const taken = readZero(token, n, tokens.slice(from, n), tokens, clause);
        n += taken;
        if (taken) from = heeded = n + 1;
        continue;
      }
      const next = tokens.findIndex(({ kind }, place) => place > n && kind === "figure");
      const end = next < 0 ? tokens.length : next;
      const known = statements.length;
      from = heeded = n + 1 + readFigure(token, tokens.slice(from, n), tokens.slice(n + 1, end), clause, end === tokens.length, n);
      if (statements.length > known) doubts.take(statements.at(-1));
    }
    heed(context, tokens, [heeded, tokens.length], year, tables, area);
  };

  for (const { clauses, isApart, heading } of readSentences(text, layout.vocabulary(year), doubts.isMark, isGovernment ? "" : organ)) {
    Object.assign(context, { verb: null, year: null, sink: null, scope: null, isRead: false, isByChannel: false, theme: null, isOfPeriod: false, isOfArea: false, isOfSome: false, echo: {}, lead: {}, sortedIn: null });
    if (isApart) turnAway(context, "paragraph");
    if (heading) Object.assign(context, { table: heading, facets: {}, group: null, wider: {}, sink: null });
    sentence = [];
    first = statements.length;
    doubts.inSentence(clauses);
    for (const [number, clause] of clauses.entries()) {
      doubts.inClause(number);
      const inner = context.year;
      const tokens = clause.tokens;
      Object.assign(clause, { start: tokens[0]?.start, end: tokens.at(-1)?.end });
      readClause(clause);
      if (clause.isBracketed) context.year = inner;
    }
    for (const one of statements.slice(first)) one.sentence = first;
  }
  return statements;
}
