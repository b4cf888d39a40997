// What lets a figure that has readings also mean no cell, as schema/README.md says under "Doubts".

import { foldWord, isGap } from "./tokens.mjs";

/** No year of a report: what several years have together. */
export const SEVERAL = 0;
const isTelling = ({ kind }) => ["figure", "zero", "nothing"].includes(kind);

/** Whether the year at this place is one of several. */
export function isOneOfYears(tokens, place) {
  for (let n = place - 1; n >= 0; n -= 1) {
    const { kind, year, sort, word } = tokens[n];
    if (kind === "year") return year !== tokens[place].year;
    if (kind === "figure") return sort === null && /^(?:19|20)[0-9]{2}$/u.test(word);
    if (!["connector", "filler"].includes(kind) && !(kind === "other" && [...word].length <= 2)) return false;
  }
  return false;
}

/** Whether one character that is not known stands between this figure and another. */
export function isEndOfRange(tokens, place) {
  const isMark = (token) => token?.kind === "other" && [...token.word].length === 1;
  return [-1, 1].some((step) => isMark(tokens[place + step]) && tokens[place + 2 * step]?.kind === "figure");
}

export function makeDoubts(name, { words, statements: { tables } }, passing) {
  const organ = [...foldWord(name, words)];
  const isNumeral = (character) => [words.numerals.digits, words.numerals.units].some((known) => Object.hasOwn(known, character));
  let clauses = [];
  let [number, place] = [0, 0];
  let [counted, outer] = [null, null];
  let topicless = [];
  let read = [];
  let whole = null;
  let [isNarrow, hasOtherBase] = [false, false];

  const isOfOrgan = (word) => {
    let at = 0;
    return [...word].every((character) => (at = organ.indexOf(character, at) + 1) > 0);
  };
  const isMark = (word) => [...word].every((character) => !/\p{L}/u.test(character) || isNumeral(character));
  const isBare = (token) => token?.kind === "figure" && token.sort === null;
  const narrows = (tokens, start, end) => tokens.slice(start, end).some(({ kind, word, reason, isSpan }, k) => {
    const n = start + k;
    if (kind === "other") return !isOfOrgan(word) && !((n === 0 || (n === 1 && isBare(tokens[0]))) && isMark(word));
    if (["ordinal", "time", "period", "plan", "effort"].includes(kind) || (kind === "sink" && reason !== "change")) return true;
    return (isSpan || kind === "about_behind") && tokens[n - 1]?.kind === "figure" && tokens[n - 1].sort === "foreign";
  });

  const isBase = (tokens) => {
    if (tokens[place].kind !== "figure" || tokens[place].sort === "percentage") return false;
    return tokens.slice(0, place).findLast(({ kind }) => kind === "share" || kind === "figure")?.kind === "share";
  };
  // What the organ does narrows nothing that has a name of its own.
  const ahead = ["own", "whole", "office", "suffix", "year", "year_this", "year_last", "filler", "aside"];
  const isEffort = (tokens) => tokens.find(({ kind, word }) => !ahead.includes(kind) && !(kind === "other" && isOfOrgan(word)))?.kind === "effort";
  // What goes on about what was counted before narrows nothing behind it.
  const isAside = (tokens, isNamed) => Boolean(tokens[0]?.isAll) || (isNamed && isEffort(tokens));
  const areStrange = (isOfName, isTold) => {
    const { tokens } = clauses[number];
    let isNamed = isOfName && tokens.slice(0, place).some(({ kind }) => kind === "year" || kind === "year_this");
    const next = tokens.findIndex(({ kind, isAll }, n) => n > place && (kind === "figure" || isAll));
    if (isBase(tokens) || narrows(tokens, 0, place) || narrows(tokens, place + 1, next < 0 ? tokens.length : next)) return true;
    for (let n = number - 1; n >= 0; n -= 1) {
      if (clauses[n + 1].tokens[0]?.isTurn) return false;
      const before = clauses[n].tokens;
      if (before.some(isTelling)) {
        if (isTold) return false;
        isNamed = true;
      } else if (narrows(before, 0, before.length) && !isAside(before, isNamed)) return true;
    }
    return false;
  };
  const isSure = ({ readings, isCertain }) => readings.length > 0 && isCertain;
  const leadsOn = ({ noun, label, table, facets, hasObject, hasTopic, isTotal }, isTold) => {
    if (!counted || isSure(counted)) return false;
    if (passing.includes(counted.reason)) {
      const isPart = ["channel", "period"].includes(counted.reason) && read.every(({ reason }) => passing.includes(reason));
      return isPart && !isTotal && !hasObject && !hasTopic && (!noun || Boolean(label?.listed));
    }
    if (!noun || isTold) return !noun;
    const isOpen = (tables[table].inherits ?? []).some((facet) => !facets[facet]);
    if (counted.readings.length) return counted.table === table && isOpen;
    const isNamed = ({ kind, start, table: named }) => kind === "label" && start > counted.start && named === table;
    return Boolean(label?.listed) || (isOpen && counted.clause.tokens.some(isNamed));
  };
  const isListedBehindOther = ({ table, facets: own }, facets) => {
    const { tokens } = clauses[number];
    if (counted?.table !== table || counted.clause !== clauses[number]) return false;
    const behind = tokens.findIndex(({ start }) => start === counted.start) + 1;
    if (behind >= place || tokens[behind].kind !== "connector") return false;
    const is = (one, other) => JSON.stringify(one) === JSON.stringify(other);
    return Object.entries(tables[table].rest ?? {}).some(([name, said]) => !own[name] && is(facets[name], said)
      && counted.facets[name] && !is(counted.facets[name], said));
  };
  const areAround = (isNamed = false, isTold = true) => Boolean(clauses[number].isBracketed && outer && !isSure(outer)) || areStrange(isNamed, isTold);

  return {
    isMark,
    inSentence(all) { [clauses, counted, outer, topicless, read, whole, isNarrow, hasOtherBase] = [all, null, null, [], [], null, false, false]; },
    inClause(n) {
      number = n;
      const { isBracketed, tokens } = clauses[n];
      if (!isBracketed) outer = tokens.some(({ kind }) => kind === "figure") ? { readings: [] } : null;
    },
    at(n, left, head) {
      place = n;
      if ((head && tables[head.table].unknown !== "topic") || !left.some(({ kind }) => kind === "disclosure")) return;
      for (const statement of topicless) statement.isCertain = false;
      topicless = [];
    },
    take(statement) {
      read.push(statement);
      const at = clauses[number].tokens.findIndex(({ start }) => start === statement.start);
      if (statement.kind !== "percentage") isNarrow = !statement.readings.length && narrows(clauses[number].tokens, 0, at);
      if (statement.kind !== "percentage") counted = statement;
      else if (statement.reason === "rate" && clauses[number].tokens.slice(0, at).some(({ kind }) => kind === "share")) hasOtherBase = true;
      if (statement.kind !== "percentage" && statement.readings.length && !statement.group) whole = statement.isCertain ? null : statement.table;
      if (!clauses[number].isBracketed) outer = statement;
    },
    /** Whether a percentage, of a label or else of a statement, may be one of something else. */
    areOfShare(isOfLabel) {
      return hasOtherBase || (isOfLabel && counted?.readings.length === 0 && !passing.includes(counted.reason)) || areAround();
    },
    /** Whether the head casts doubt upon its figure, or anything else does. */
    areOf(head, context, statement, facets) {
      const { tokens } = clauses[number];
      const isDoubtful = context.isOfArea || context.isOfSome;
      const behind = tokens.slice(place + 1).find((token) => !isGap(token) || token.kind === "filler");
      if (head.label?.aside && behind?.isWithin) context.isOfSome = true;
      const isOpen = tables[head.table].unknown === "topic" && !head.hasTopic;
      if (isOpen) topicless.push(statement);
      const isNamed = head.hasObject || (tables[head.table].unknown === "topic" && head.hasTopic);
      const isTold = head.hasObject || head.hasTopic || head.verb !== null;
      const isOfOther = ({ kind, table }) => kind === "label" && table !== head.table;
      const ahead = clauses.slice(0, number).filter(({ tokens: all }) => !all.some(isTelling));
      if (isOpen && ahead.some(({ tokens: all }) => all.some(isOfOther))) return true;
      if (!isTold && head.label?.listed && whole === head.table) return true;
      if (isListedBehindOther(head, facets) || (clauses[number].isBracketed && outer?.isAside)) return true;
      const isLed = leadsOn(head, isTold);
      if (isLed && head.label?.listed && isNarrow) whole = head.table;
      return isDoubtful || head.isNarrowed || (isOpen && (head.verb !== null || head.isOfKinds)) || head.verbs.some((verb) => !tables[head.table].verbs[verb])
        || isLed || areAround(isNamed, isTold);
    },
  };
}
