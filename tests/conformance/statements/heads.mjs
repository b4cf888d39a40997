// The head of a figure: its noun with all that goes with it, as schema/README.md says under "Heads".

import { isGap, isNoun, isSoft, isVerb } from "./tokens.mjs";

const FACETS = ["column", "row", "block", "result", "document", "measure", "act"];
const ENDS_NAME = ["own", "suffix", "whole", "office", "year", "year_this", "year_last"];

export const facetsOf = (entry) => Object.fromEntries(FACETS.filter((name) => entry?.[name]).map((name) => [name, entry[name]]));
export const shared = (one, other) => Object.keys(one).some((name) => Object.hasOwn(other, name));
export const isMerged = (verb, before) => ["handle", "take"].includes(verb) && ["receive", "new"].includes(before);
export const scopeOf = (kind) => ({ office: "own-office", whole: "whole-area" })[kind];

export function makeHead(token, table = token?.table) {
  const label = token?.kind === "label" ? token.label : undefined;
  return {
    noun: isNoun(token) ? token : null, table, label, facets: facetsOf(label), labels: label ? [label] : [],
    sum: [], others: [], attributes: [], included: [], verb: null, hasObject: ["object", "weak"].includes(token?.kind), hasTopic: false,
    isUnknown: false, isDoubtful: false, isPart: false, isForeign: false, scope: null, reason: null,
    verbs: [], isOfKinds: false, isNarrowed: false, rival: {},
  };
}

/** Whether the words before a noun leave open what it is about: something unknown joined to it. */
function isJoined(before, { table }) {
  const place = before.length - 1;
  if (before[place]?.kind !== "connector" || place === 0) return false;
  const earlier = before.slice(0, place).findLast(({ kind }) => kind !== "filler");
  return !(earlier && ((isNoun(earlier) && earlier.table === table) || earlier.kind === "disclosure"
    || (earlier.kind === "sink" && earlier.reason === "petition")));
}

/** Take in what stands before the noun of a head, from right to left. */
export function takeIn(head, before, isBehind = false) {
  if (!isBehind && head.noun && isJoined(before, head)) head.isUnknown = true;
  let isNamed = false;
  for (let n = before.length - 1; n >= 0; n -= 1) {
    const token = before[n];
    const { kind } = token;
    if (isNoun(token)) {
      if (token.table !== head.table) kind === "label" ? (head.isUnknown = true) : (head.hasTopic = true);
      else if (kind !== "label") head.hasObject = true;
      else if (!head.isUnknown) addLabel(head, token.label, before.slice(n + 1), n);
    } else if (isVerb(token)) {
      if (head.verb === null) [head.verb, head.isDoubtful] = [kind, head.isDoubtful || head.isUnknown];
      else if (isMerged(head.verb, kind)) head.verb = "both";
      else head.verbs.push(kind);
    } else if (kind === "filler") head.isOfKinds ||= Boolean(token.isOfKinds);
    else if (kind === "disclosure") head.hasTopic = true;
    else if (kind === "part") head.isPart = true;
    else if (kind === "sink") head.reason ??= token.reason;
    else if (kind === "plan" || kind === "rate") head.reason ??= kind;
    else if (!isSoft(token) && !isNamed) head.isUnknown = true;
    if (scopeOf(kind)) head.scope = kind === "whole" || head.scope === null ? scopeOf(kind) : head.scope;
    if (kind === "suffix" && before[n - 1]?.kind === "other") head.isForeign = true;
    if (ENDS_NAME.includes(kind)) isNamed = true;
  }
  if (head.verb === null) head.isDoubtful ||= head.isUnknown;
  return head;
}

function addLabel(head, label, behind) {
  const facets = facetsOf(label);
  const tail = behind.filter(({ kind }) => kind !== "filler");
  if (shared(facets, head.facets)) {
    if (tail[0]?.kind !== "connector") {
      const list = behind[0]?.isAttributive ? head.attributes : head.others;
      list.push(label);
      head.last = { token: behind.length, list };
    } else if (head.last && tail[1] === behind.at(-head.last.token - 1)) {
      head.last.list.push(together(label, head.last.list.pop()));
      head.last.token = behind.length;
    } else head.sum.unshift(label);
  } else {
    // Who files may be told before what is done.
    head.isNarrowed ||= (head.verb !== null && !facets.column) || label.needs !== undefined;
    if (head.verb !== null && !facets.column) return;
    Object.assign(head.facets, facets);
    head.labels.push(label);
  }
}

/** Both labels, counted together. */
function together(label, last) {
  const [more, facets] = [facetsOf(label), facetsOf(last)];
  const sums = Object.fromEntries(Object.entries(facets).filter(([name]) => more[name])
    .map(([name, parts]) => [name, parts.map((one, n) => [...one, ...more[name][n % more[name].length]])]));
  return { ...last, ...sums, relation: label.relation ?? last.relation };
}

const BEHIND_PASSED = ["take", "handle", "receive"];

/** The head that stands behind a figure: {head}, {reason}, or nothing. */
export function headBehind(right, isTold = false) {
  let n = 0;
  while (n < right.length && isSoft(right[n]) && !["connector", "share", "base", "each"].includes(right[n].kind)) n += 1;
  if (n === right.length || right[n].kind === "connector") return {};
  const token = right[n];
  const elsewhere = ({ kind, reason }) => ({ reason: kind === "sink" ? reason : "unclear" });
  const isVerbAlone = ["handle", "new"].includes(token.kind);
  if (!isNoun(token) && !isVerbAlone) return elsewhere(token);
  let head = makeHead(token);
  if (isVerbAlone) head.verb = token.kind;
  let isSaidOfAll = false;
  const topic = right.slice(0, n).some(({ kind }) => kind === "disclosure");
  for (const next of right.slice(n + 1)) {
    const isBare = Object.keys(head.facets).length === 0;
    if (isGap(next)) isSaidOfAll ||= Boolean(next.isAll);
    if (isGap(next) || BEHIND_PASSED.includes(next.kind) || (next.kind === "disclosure" && isBare)) continue;
    if (isTold && isSaidOfAll && !(isNoun(next) && head.noun)) break;
    isSaidOfAll = false;
    const isSame = isNoun(next) && head.noun && next.table === head.table;
    if (isSame && next.kind !== "label") head.hasObject = true;
    else if (isSame && !shared(facetsOf(next.label), head.facets)) {
      Object.assign(head.facets, facetsOf(next.label));
      head.labels.push(next.label);
      if (!head.label) [head.noun, head.label] = [next, next.label];
    } else if (next.kind === "label" && head.noun && head.noun.kind !== "label" && isBare) {
      head = { ...makeHead(next), hasTopic: true };
    } else return elsewhere(next);
  }
  head.hasTopic ||= topic;
  return { head };
}
