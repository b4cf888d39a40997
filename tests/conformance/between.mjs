// The second evaluator, of reports beside each other: the years of one organ, and a consolidated report with its bodies.
// Written from schema/README.md (Years, Levels, Mappings). What it needs of rules in general is given to it, as `tools`.

import { wrongChanges } from "./growth.mjs";

const NFKC_WHITE = /\s+/gu;
const nameOf = ({ name }) => name.normalize("NFKC").replace(NFKC_WHITE, "");

/** Whether two organs are the same: by their codes if both have one, else by name, with or without that of a place. */
function areSame(one, other, places) {
  if (one.code && other.code) return one.code === other.code;
  const [a, b] = [nameOf(one), nameOf(other)];
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const front = long.slice(0, -short.length || undefined);
  return long.endsWith(short) && short !== "" && places.endings.some((ending) => front.endsWith(ending) && front.length > ending.length)
    && !places.apart.some((word) => front.endsWith(word));
}

const canonical = (value) => JSON.stringify(value, (_, inner) => (inner && typeof inner === "object" && !Array.isArray(inner)
  ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1))) : inner));
const saying = ({ source, $schema, ...members }) => canonical(members);

export function loadBetween({ read, expand, tools }) {
  const { at, layouts, readSheet, settle, isExplained, statementsOf, recalledOf } = tools;
  const years = read("years.json");
  const levels = read("levels.json");
  const mapping = read("mappings/2019-2021.json");
  const own = (id) => new Map([...layouts[id].cells.keys()].map((cell) => [cell, [cell]]));

  /** By cell of a layout the cells of another that it comes from; cells of another measure have no entry. */
  function origins(from, to) {
    if (from === to) return own(to);
    const [here, there] = from === mapping.left ? ["left", "right"] : ["right", "left"];
    const found = new Map();
    const below = (id, pointer) => [...layouts[id].cells.keys()].filter((cell) => cell === pointer || cell.startsWith(`${pointer}/`));
    for (const row of mapping.rows) {
      const names = (pattern) => expand(pattern ?? row.at, mapping.sets);
      if (row.kind === "split") {
        names(row[here]).forEach((pointer, n) => below(to, names(row[there])[n]).forEach((cell) => {
          // To the right a figure is not divided; to the left it is the sum of what it was divided into.
          found.set(cell, here === "right" ? below(from, pointer) : []);
        }));
      } else if (row.kind === "same" || row.kind === "renamed") {
        names(row[here]).forEach((pointer, n) => {
          const target = names(row[there])[n];
          below(from, pointer).forEach((cell) => found.set(target + cell.slice(pointer.length), [cell]));
        });
      }
    }
    return found;
  }

  /** The term of a cell in a report of any layout, brought to a cell of another. */
  function brought(cell, sheet, from) {
    const sources = from.get(cell) ?? [];
    const terms = sources.map((source) => sheet.terms([source])[0]);
    const group = sources.length && sheet.groupOf.get(sources[0]);
    const signed = Boolean(terms[0]?.signed);
    if (sources.length > 1 && group && group.cells.length === sources.length) return { cell, figure: group.figure, signed };
    if (!sources.length || sources.some((source) => sheet.groupOf.has(source))) return { cell, figure: null, signed, doubtful: true };
    if (terms.some(({ figure }) => figure === null)) {
      return { cell, figure: null, signed, doubtful: terms.some(({ doubtful }) => doubtful), mark: sheet.marks.get(sources[0]) };
    }
    return { cell, figure: terms.reduce((sum, { figure }) => sum + figure, 0), signed };
  }

  // ---- years

  const { sentences } = years;
  const isLeftOut = (character) => sentences.left_out.includes(character);
  const divide = (text) => {
    const pieces = [""];
    for (const character of text) {
      if (sentences.ends.includes(character)) pieces.push("");
      else pieces[pieces.length - 1] += character;
    }
    return pieces.map((piece) => [...piece.normalize("NFKC")].filter((c) => /[\p{L}\p{N}]/u.test(c) && !isLeftOut(c)))
      .filter((piece) => piece.length >= sentences.shortest);
  };

  function commonLength(one, other) {
    let line = new Array(other.length + 1).fill(0);
    for (const character of one) {
      const next = [0];
      other.forEach((c, n) => next.push(c === character ? line[n] + 1 : Math.max(line[n + 1], next[n])));
      line = next;
    }
    return line[other.length];
  }

  function repetition(text, before) {
    const [now, then] = [divide(text), divide(before)];
    const size = now.reduce((sum, { length }) => sum + length, 0);
    if (size < sentences.fewest) return null;
    const known = new Set(then.map((piece) => piece.join("")));
    const isLong = ({ length }) => length > sentences.longest;
    const others = now.filter((piece) => !known.has(piece.join("")));
    const candidates = [...new Map(then.map((piece) => [piece.join(""), piece])).values()].filter((piece) => !isLong(piece));
    const isStrict = others.length > sentences.most || candidates.length > sentences.most;
    const isAlike = (piece) => !isStrict && !isLong(piece) && candidates.some((other) =>
      200 * commonLength(piece, other) / (piece.length + other.length) >= sentences.alike);
    const old = now.filter((piece) => known.has(piece.join("")) || isAlike(piece));
    const percent = Math.floor(100 * old.reduce((sum, { length }) => sum + length, 0) / size);
    return { percent, alike: old.length, sentences: now.length };
  }

  // Amounts in millionths of a yuan: whole numbers, so that what is added is exact.
  const MILLIONTHS = { yuan: 1_000_000, ten_thousand_yuan: 10_000_000_000 };
  const unitOf = ({ layout, document }, pointer) =>
    at(document, `${pointer.slice(0, pointer.lastIndexOf("/"))}/unit`) ?? layout.cells.get(pointer).unit;
  const inMillionths = (sheet, pointer) => {
    const [amount, worth] = [at(sheet.document, pointer), MILLIONTHS[unitOf(sheet, pointer)]];
    return amount === null || !worth ? null : Math.round(amount * worth);
  };

  const KINDS = {
    equation(place, sheet, before, from) {
      const left = sheet.terms(place.left);
      const past = place.before.map((cell) => brought(cell, before, from));
      const right = [...sheet.terms(place.right), ...past];
      const sum = (terms) => terms.reduce((all, { figure }) => all + (figure ?? 0), 0);
      const blanks = (terms) => terms.filter(({ figure }) => figure === null).map(({ cell }) => cell);
      const difference = Math.abs(sum(left) - sum(right));
      const parameters = { left: sum(left), right: sum(right), difference, blanks_before: blanks(past) };
      const verdict = settle("=", left, right);
      if (verdict === "open") return { code: "years-undetermined", severity: "info", parameters: { rule: place.rule.id, ...parameters } };
      return verdict === "fails" && { parameters: { ...parameters, expected: at(sheet.document, place.at) + sum(right) - sum(left) } };
    },
    leap({ rule, at: pointer }, sheet, before) {
      const [now, then] = [inMillionths(sheet, pointer), inMillionths(before, pointer)];
      return now !== null && then > 0 && now >= then * rule.times && { parameters: { times: Math.floor(now / then) } };
    },
    same({ rule, at: pointer }, { document, layout }, { document: last }) {
      if (document.layout !== last.layout) return false;
      const cells = [...layout.cells.keys()].filter((cell) => cell.startsWith(`${pointer}/`));
      const telling = cells.filter((cell) => at(document, cell)).length;
      return telling >= rule.least && cells.every((cell) => at(document, cell) === at(last, cell)) && { parameters: {} };
    },
    repeated({ rule, at: pointer }, { document }, { document: last }) {
      const found = repetition(at(document, pointer), at(last, pointer));
      return found !== null && found.percent >= rule.told
        && { parameters: found, ...(found.percent < rule.share && { severity: "info" }) };
    },
    told_figure({ at: pointer }, sheet, before, from) {
      if (!areAlike(sheet.document, before.document)) return false;
      const key = (one) => `${one.pointer} ${one.start} ${one.end}`;
      const recalled = new Set(statementsOf(sheet).filter(({ reason }) => reason === "last-year").map(key));
      const figureOf = (cell) => brought(cell, before, from).figure;
      // A sheet is held against one report of last year.
      sheet.recalled ??= recalledOf(sheet, figureOf);
      return sheet.recalled.filter((one) => recalled.has(key(one)) && one.verdict === "contradicts"
        && ["count", "zero"].includes(one.kind) && (one.scope ?? "table") === "table" && one.readings[0].cells[0] === pointer
        && one.readings.every(({ cells, minus }) => [...cells, ...minus].every((cell) => figureOf(cell) !== null)))
        .map((one) => ({ parameters: { value: one.kind === "zero" ? 0 : Number(one.token.digits) * 10 ** one.token.power } }));
    },
    told_change({ at: pointer }, sheet, before, from) {
      const { document } = sheet;
      if (!areAlike(document, before.document)) return false;
      const texts = (place) => place.split("/").slice(1).reduce((inner, name) => inner[name], document);
      const figures = { now: (cell) => at(document, cell), before: (cell) => brought(cell, before, from).figure };
      return wrongChanges(statementsOf(sheet), texts, { ...figures, year: document.year, changes: years.changes })
        .filter((wrong) => wrong.pointer === pointer).map(({ now, before: then }) => ({ parameters: { now, before: then } }));
    },
  };

  const areAlike = (...documents) => new Set(documents.flatMap(({ scope }) => scope?.kind ?? [])).size < 2;

  function bound(rule, id, from) {
    const bindings = (rule.each ?? []).reduce(
      (known, name) => known.flatMap((binding) => years.sets[name].map((member) => ({ ...binding, [name]: [member] }))), [{}]);
    const has = (pointer) => pointer.split("/").slice(1).reduce((schema, name) => schema && layouts[id].childOf(schema, name), layouts[id].schema);
    return bindings.flatMap((binding) => {
      const all = (patterns = []) => patterns.flatMap((pattern) => expand(pattern, { ...years.sets, ...binding }));
      const place = { rule, at: all([rule.at])[0], left: all(rule.left), right: all(rule.right), before: all(["leap", "told_change", "told_figure"].includes(rule.kind) ? [rule.at] : rule.before) };
      const isWhole = [place.at, ...place.left, ...place.right].every(has) && place.before.every((cell) => from.get(cell)?.length);
      return isWhole ? [place] : [];
    });
  }

  function finding(place, found, document) {
    const { code = place.rule.id, severity = place.rule.severity, parameters } = found;
    const explained = code === place.rule.id && isExplained(document, place.rule.id, place.at, parameters);
    return { code, severity, pointer: place.at, parameters, ...(explained && { explained }) };
  }

  /** What a report says otherwise than earlier ones of the same organ, `previous`. */
  function againstYears(document, previous) {
    const sheet = readSheet(layouts[document.layout], document);
    const findings = [];
    const asked = new Set();
    const replaced = new Set([document, ...previous].map(({ supersedes }) => supersedes?.sha256).filter(Boolean));
    const ofLastYear = previous.filter((one) => one.year === document.year - 1
      && areSame(document.organ, one.organ, years.places) && !replaced.has(one.source?.sha256));
    const different = [...new Map(ofLastYear.map((one) => [saying(one), one])).values()];
    const about = (code, pointer) => findings.push({ code, severity: "info", pointer, parameters: {} });
    // A corrected report is held against the one that it replaces; to ask for last year's is another errand.
    const earlier = document.supersedes && previous.find(({ source }) => source?.sha256 === document.supersedes.sha256);
    if (different.length > 1) about("previous-several", "/year");
    if (different.length === 0) about("previous-not-found", "/year");
    if (different.length === 1) {
      const [last] = different;
      const from = origins(last.layout, document.layout);
      const before = readSheet(layouts[last.layout], last);
      for (const rule of years.rules.filter(({ kind }) => KINDS[kind])) {
        for (const place of bound(rule, document.layout, from)) {
          asked.add(`${rule.id} ${place.at}`);
          const found = KINDS[rule.kind](place, sheet, before, from);
          if (found) findings.push(...[found].flat().map((one) => finding(place, one, document)));
        }
      }
    }
    if (document.supersedes && !earlier) about("superseded-not-found", "/supersedes");
    if (earlier) {
      const from = origins(earlier.layout, document.layout);
      const other = readSheet(layouts[earlier.layout], earlier);
      const isKept = [...layouts[document.layout].cells.keys()].every((cell) => at(document, cell) === brought(cell, other, from).figure);
      const sections = ["overview", "problems_and_improvements", "other_matters"].filter((name) => document[name] !== earlier[name]);
      const place = { rule: years.rules.find(({ kind }) => kind === "corrected"), at: "/supersedes" };
      const parameters = { sections: sections.map((name) => `/${name}`) };
      if (isKept) findings.push(finding(place, { parameters, ...(sections.length && { severity: "info" }) }, document));
    }
    return [...findings, ...stale(document, findings, asked)];
  }

  const stale = (document, findings, asked) => (document.explanations ?? []).flatMap(({ rule, pointer, quote }, n) =>
    (asked.has(`${rule} ${pointer}`) && !findings.some((one) => one.code === rule && one.pointer === pointer && (quote ?? one.parameters?.quote) === one.parameters?.quote)
      ? [{ code: "explanation-stale", severity: "warning", pointer: `/explanations/${n}`, parameters: {} }] : []));

  // ---- levels

  const asAmount = (sheet, pointer, term) => {
    if (!pointer.endsWith("/amount") || term.figure === null) return term;
    const figure = inMillionths(sheet, pointer);
    return figure === null ? { ...term, figure, doubtful: true } : { ...term, figure };
  };

  /** The groups for which this report, or a body of the same layout, prints one figure. */
  const wholes = (document, sheet, bodies) => [...new Set([sheet, ...bodies.map(({ sheet: body }) => body)]
    .filter(({ document: { layout } }) => layout === document.layout).flatMap(({ undivided }) => [...undivided.keys()]))];

  const wholeOf = (group, { undivided, terms, layout }) => {
    if (undivided.has(group)) return { figure: undivided.get(group).figure };
    const cells = layout.groups.get(group).map((cell) => terms([cell])[0]);
    return { figure: cells.some(({ figure }) => figure === null) ? null : cells.reduce((sum, { figure }) => sum + figure, 0) };
  };

  /** What a consolidated report says otherwise than the sum of the reports of its bodies. */
  function againstBodies(document, reports) {
    const { kind, bodies = [] } = document.scope ?? {};
    const about = (code, pointer, parameters = {}) => ({ code, severity: "info", pointer, parameters });
    if (kind !== "consolidated" || !bodies.length) return [about("levels-not-compared", document.scope ? "/scope" : "")];
    const counted = new Map();
    const leftOut = new Map();
    for (const one of reports) {
      const number = bodies.findIndex((body) => areSame(body, one.organ, years.places));
      const reason = number < 0 ? "levels-unnamed" : one.scope?.kind === "consolidated" ? "levels-consolidated"
        : one.year !== document.year ? "levels-other-year" : counted.has(number) ? "levels-twice" : null;
      if (reason) leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
      else counted.set(number, one);
    }
    const missing = bodies.filter((_, number) => !counted.has(number)).map(({ name }) => name);
    const findings = [...leftOut].map(([reason, count]) => about("levels-left-out", "/scope/bodies", { reason, count }));
    if (missing.length) findings.push(about("levels-bodies-missing", "/scope/bodies", { count: missing.length, names: missing }));
    const sheet = readSheet(layouts[document.layout], document);
    const sheets = [...counted].map(([number, one]) =>
      ({ name: bodies[number].name, sheet: readSheet(layouts[one.layout], one), from: origins(one.layout, document.layout) }));
    for (const rule of counted.size ? levels.rules : []) {
      const failed = [];
      const weigh = (place, [left], right, open, own = right) => {
        const verdict = settle("=", [left], right);
        if (verdict === "open" && !missing.length) open.push(place);
        if (verdict !== "fails") return;
        const sum = right.reduce((all, { figure }) => all + (figure ?? 0), 0);
        const difference = Math.abs((left.figure ?? 0) - sum);
        const scale = place.endsWith("/amount") ? MILLIONTHS.ten_thousand_yuan : 1;
        const sums = { left: (left.figure ?? 0) / scale, right: sum / scale, difference: difference / scale };
        failed.push({ cell: place, parameters: { ...sums, bodies: sheets.filter((_, n) => own[n].figure === difference).map(({ name }) => name) } });
      };
      for (const table of rule.at) {
        const open = [];
        const isInside = (pointer) => pointer.startsWith(`${table}/`);
        const groups = wholes(document, sheet, sheets).filter(isInside);
        for (const group of groups) {
          const [left, right] = [[wholeOf(group, sheet)], sheets.map(({ sheet: body }) => wholeOf(group, body))];
          weigh(group, left, [...right, ...missing.map(() => ({ figure: null }))], open);
        }
        for (const cell of [...layouts[document.layout].cells.keys()].filter(isInside)) {
          const isCovered = groups.some((group) => layouts[document.layout].groups.get(group).includes(cell));
          if (isCovered || levels.apart.some(({ at: apart }) => cell.startsWith(`${apart}/`))) continue;
          const terms = sheets.map(({ sheet: body, from }) => {
            const term = asAmount(body, from.get(cell)?.[0] ?? "", brought(cell, body, from));
            return term.figure === null && levels.nothing.includes(term.mark) ? { ...term, figure: 0 } : term;
          });
          const signed = layouts[document.layout].cells.get(cell).signed;
          const all = [...terms, ...missing.map(() => ({ cell, figure: null, signed }))];
          weigh(cell, [asAmount(sheet, cell, sheet.terms([cell])[0])], all, open, terms);
        }
        if (open.length) findings.push(about("levels-undetermined", table, { cells: open }));
      }
      const everywhere = failed.reduce((names, { parameters }) => names.filter((name) => parameters.bodies.includes(name)), bodies.map(({ name }) => name));
      for (const { cell, parameters } of failed) {
        findings.push(finding({ rule, at: cell }, { parameters: { ...parameters, ...(everywhere.length && { bodies: everywhere }) } }, document));
      }
    }
    return findings;
  }

  return { againstYears, againstBodies };
}
