// From a head to its readings: sums of cells, as schema/README.md says under "Readings".

import { facetsOf } from "./heads.mjs";

const combine = (names, facets) => names.reduce(
  (known, name) => known.flatMap((one) => facets[name].map((parts) => ({ ...one, [name]: parts }))), [{}]);

/** The cells of a reading: `cell` with each combination of the parts of its facets, sets summed over. */
function cellsOf(chosen, { cell }, sets) {
  const names = [...cell.matchAll(/\{([a-z]+)\}/gu)].map(([, name]) => name);
  const open = (part) => {
    const [all, set] = part.match(/\{([a-z_]+)\}/u) ?? [];
    return all ? sets[set].flatMap((member) => open(part.replace(all, member))) : [part];
  };
  const found = { cells: [], minus: [] };
  for (const parts of combine(names, chosen)) {
    const isMinus = names.some((name) => parts[name].startsWith("-"));
    const choices = Object.fromEntries(names.map((name) => [name, open(parts[name].replace(/^-/u, ""))]));
    for (const members of combine(names, choices)) {
      (isMinus ? found.minus : found.cells).push(names.reduce((text, name) => text.replace(`{${name}}`, members[name]), cell));
    }
  }
  return found;
}

export function readingsOf(facets, table, sets) {
  const names = [...table.cell.matchAll(/\{([a-z]+)\}/gu)].map(([, name]) => name);
  return combine(names, facets).map((chosen) => cellsOf(chosen, table, sets));
}

const unite = (one, other) => [...new Set([...one, ...other])];
const joined = (one, other) => ({ cells: unite(one.cells, other.cells), minus: unite(one.minus, other.minus) });

/** The parts of a facet, sets written out. */
function partsOf(alternatives, sets) {
  const open = (part) => {
    const [all, set] = part.match(/\{([a-z_]+)\}/u) ?? [];
    return all ? sets[set].flatMap((member) => open(part.replace(all, member))) : [part];
  };
  return new Set(alternatives.flat().flatMap(open));
}

/** Whether facets mean a part of what others mean, and not all of it, as far as both say something. */
export function isNarrower(one, other, sets) {
  const pairs = Object.keys(one).filter((name) => other[name]).map((name) => [partsOf(one[name], sets), partsOf(other[name], sets)]);
  return pairs.every(([few, many]) => [...few].every((part) => many.has(part))) && pairs.some(([few, many]) => few.size < many.size);
}

/** What a head means: {reason} or {readings, isCertain, facets}. */
export function read(head, context, { tables, sets }, isBracketed) {
  if (head.reason) return { reason: head.reason };
  const { label, noun } = head;
  const table = tables[head.table];
  const unclear = { reason: "unclear" };
  const isInTable = context.table === head.table;
  const tellsTable = Object.keys(head.facets).length > 0 || (head.verb === "new" && !head.isUnknown);
  if (noun?.kind === "weak" && !head.hasTopic && !isInTable && !tellsTable) return unclear;
  if (label?.needs === "table" && !isInTable) return unclear;
  if (label?.needs === "topic" && !head.hasTopic) return unclear;
  if (label?.follows && (context.group !== label.follows || !context.isRead)) return unclear;
  if (label?.listed && !head.hasObject && !head.hasTopic && head.verb === null) {
    if (context.sink) return { reason: context.sink };
    if (label.group && context.isRead && context.table && !isInTable) return unclear;
    if (context.verb === "publish" && !isInTable) return { reason: "web" };
  }
  if (!noun && ((!context.isRead && !(head.isTotal && Object.keys(context.facets).length === 0) && !table.anew?.includes(head.verb)) || head.isUnknown)) return unclear;

  let isCertain = true;
  if (head.isDoubtful && (table.unknown === "silent" || (table.unknown === "topic" && !head.hasTopic))) return unclear;
  if (head.isUnknown && table.unknown === "open") isCertain = false;

  let { verb } = head;
  if (verb === null && (head.isPart || !noun) && context.verb && table.verbs[context.verb]) verb = context.verb;
  if (verb !== null && !table.verbs[verb]) {
    if (table.unknown !== "topic" || !head.hasTopic) return { reason: "verb" };
    verb = null;
  }

  const facets = { ...head.facets };
  const [exact, alike] = [[], []];
  for (const label of head.attributes) {
    if (isNarrower(facetsOf(label), facets, sets)) Object.assign(facets, facetsOf(label)), exact.push(label);
    else alike.push(label);
  }
  const others = [...head.others, ...alike];
  const fill = (more) => Object.entries(more).forEach(([name, value]) => (facets[name] ??= value));
  const isOfOthers = label?.group && context.group && context.group !== label.group && !head.isPart && !isBracketed;
  // A facet may also be what it was before it became a part of that, and from a sentence before, what is said without a verb.
  const bare = (name) => (context.isRead ? [] : facetsOf(table.verbs[""] ?? {})[name] ?? []);
  const wide = (name) => [...new Map([...context.facets[name], ...bare(name), ...(context.wider[name] ?? []), ...(context.lead[name] ?? [])].map((one) => [JSON.stringify(one), one])).values()];
  const inherited = isInTable && !isOfOthers ? Object.fromEntries((table.inherits ?? [])
    .filter((name) => context.facets[name]).map((name) => [name, wide(name)])) : {};
  if (Object.keys(head.facets).length && !head.hasObject && head.verb === null) fill(inherited);
  if (head.hasObject || verb !== null || !table.objects) {
    const said = table.verbs[verb ?? ""];
    if (said.open && Object.keys(facetsOf(said)).some((name) => !facets[name])) isCertain = false;
    fill(facetsOf(said));
  }
  fill(inherited);
  const [told, meant] = label?.group || !noun || !table.leads ? [context.echo, table.echoes] : [context.lead, table.leads];
  const echoed = Object.fromEntries((meant ?? []).filter((name) => !facets[name] && told[name]).map((name) => [name, told[name]]));
  fill(table.rest ?? {});
  const names = [...table.cell.matchAll(/\{([a-z]+)\}/gu)].map(([, name]) => name);
  if (!names.every((name) => facets[name])) return unclear;

  const isPart = (labels) => labels.some((one) => one?.relation === "<=");
  const relate = (list, labels) => list.map((one) => (isPart(labels) ? { ...one, relation: "<=" } : one));
  const readingsWith = (own) => {
    const withLabel = (other) => readingsOf({ ...own, ...facetsOf(other) }, table, sets);
    const sums = head.sum.map(withLabel);
    const main = readingsOf(own, table, sets).map((one, n) => sums.reduceRight((so, list) => joined(list[n % list.length], so), one));
    const found = relate(main, [...head.labels, ...exact, ...head.sum]);
    if (head.included.length) found.push(head.included.map((other) => withLabel(other)[0]).reduce(joined, found[0]));
    return [...found, ...others.flatMap((other) => relate(withLabel(other), [other]))];
  };
  let readings = readingsWith(facets);
  if (Object.keys(echoed).length) readings.push(...readingsWith({ ...facets, ...echoed }));
  if (isPart([...head.labels, ...exact, ...head.sum, ...others])) isCertain = false;
  const known = new Set();
  const key = ({ cells, minus, relation = "=" }) => JSON.stringify([[...cells].sort(), [...minus].sort(), relation]);
  readings = readings.filter((one) => !known.has(key(one)) && known.add(key(one)));
  // What is told next of one label is told of all that are added up.
  const kept = { ...facets };
  for (const [name, rival] of Object.entries(head.rival)) {
    kept[name] = [...new Map([...kept[name], ...rival].map((one) => [JSON.stringify(one), one])).values()];
  }
  for (const other of [...head.sum].reverse()) {
    for (const [name, more] of Object.entries(facetsOf(other))) {
      kept[name] = kept[name].map((parts, n) => unite(more[n % more.length], parts));
    }
  }
  return { readings, isCertain, facets: kept };
}
