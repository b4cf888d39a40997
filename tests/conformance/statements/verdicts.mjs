// Whether statements agree with the tables, as schema/README.md says under "Verdicts". Figures are exact: whole numbers in
// units of 10 ** -SCALE.

const SCALE = 12;

function exact(digits, power) {
  return digits * 10n ** BigInt(power + SCALE);
}

function fromNumber(number) {
  const [whole, decimals = ""] = `${number}`.split(".");
  return exact(BigInt(whole + decimals), -decimals.length);
}

/** The sum of some cells, with how many of them are blank; each yuan of an amount counts `unit`. */
function sumOf(cells, sheet, unit = 1n) {
  const whole = new Set();
  let sum = 0n;
  let blanks = 0;
  for (const cell of cells) {
    const group = sheet.groupOf.get(cell);
    if (group?.cells.every((one) => cells.includes(one))) {
      if (!whole.has(group)) sum += fromNumber(group.figure) * unit;
      whole.add(group);
    } else if (typeof sheet.at(cell) === "number") sum += fromNumber(sheet.at(cell)) * unit;
    else blanks += 1;
  }
  return { sum, blanks };
}

/** What one yuan, or ten thousand, is in the cell: one factor, or both where nobody knows. */
function unitsOf(cell, sheet) {
  const unit = sheet.at(cell.replace(/[^/]+$/u, "unit")) ?? sheet.units.get(cell);
  if (unit === "yuan") return [1n];
  return unit === "ten_thousand_yuan" ? [10000n] : [1n, 10000n];
}

const abs = (number) => (number < 0n ? -number : number);

/** Whether a figure is `top / bottom`, rounded half away from zero or cut off at a multiple of `step`. */
function isNear(figure, top, bottom, step) {
  const [size, unit] = [abs(top), abs(bottom) * step];
  const sign = (top < 0n) !== (bottom < 0n) ? -1n : 1n;
  const cut = size / unit;
  const rounded = (2n * size + unit) / (2n * unit);
  return figure === sign * cut * step || figure === sign * rounded * step;
}

/** "fits", "open" or "fails" for one reading. */
export function fitOf(reading, statement, sheet) {
  const { token } = statement;
  const figure = exact(token.digits, token.power);
  const step = exact(1n, token.power);
  const { cells, minus, base, relation } = reading;
  if (base) {
    const [part, taken, whole] = [cells, minus, base].map((list) => sumOf(list, sheet));
    if (part.blanks + taken.blanks + whole.blanks) return "open";
    if (whole.sum === 0n) return "fails";
    return isNear(figure, (part.sum - taken.sum) * 100n * 10n ** BigInt(SCALE), whole.sum, step) ? "fits" : "fails";
  }
  const isAmount = cells[0].endsWith("/amount");
  const fits = (isAmount ? unitsOf(cells[0], sheet) : [1n]).map((unit) => {
    const [added, taken] = [cells, minus].map((list) => sumOf(list, sheet, unit));
    const sum = added.sum - taken.sum;
    if (relation === "<=") return figure <= sum ? "fits" : added.blanks ? "open" : "fails";
    if (added.blanks + taken.blanks) return isAmount || taken.blanks || figure >= sum ? "open" : "fails";
    if (figure === sum) return "fits";
    return (isAmount || token.isRound) && isNear(figure, sum, 1n, step) ? "fits" : "fails";
  });
  return ["fits", "open"].find((fit) => fits.includes(fit)) ?? "fails";
}

/** Whether an amount would fit a reading in the other unit: 元 is said where the cell has 万元, or the reverse. */
export function isOffByUnit(statement, sheet) {
  const { token, readings, kind } = statement;
  return kind === "amount" && readings.some((reading) => [4, -4].some((places) =>
    fitOf(reading, { ...statement, token: { ...token, power: token.power + places } }, sheet) === "fits"));
}

const keyOf = ({ cells, minus }) => `${[...cells].sort().join()}-${[...minus].sort().join()}`;

/** Give every statement its verdict; `texts` are the statements of each text. */
export function judge(texts, sheet) {
  const all = texts.flat();
  const right = new Set();
  for (const statement of all) {
    if (!statement.readings.length) { statement.verdict = "silent"; continue; }
    const fits = statement.readings.map((reading) => fitOf(reading, statement, sheet));
    statement.verdict = fits.includes("fits") ? "agrees" : fits.includes("open") || !(statement.isCertain || isOffByUnit(statement, sheet)) ? "open" : "contradicts";
    if (statement.kind === "percentage") continue;
    statement.readings.forEach((reading, n) => {
      if (fits[n] === "fits" && !reading.relation) right.add(keyOf(reading));
    });
  }
  for (const statements of texts) addUp(statements, sheet).forEach((key) => right.add(key));
  for (const statement of all) {
    if (statement.verdict !== "contradicts" || ["percentage", "zero"].includes(statement.kind)) continue;
    if (statement.readings.some((reading) => right.has(keyOf(reading)))) statement.verdict = "excused";
  }
}

function addUp(statements, sheet) {
  const sums = new Map();
  const found = [];
  for (const statement of statements.filter(({ kind }) => kind !== "percentage")) {
    for (const reading of statement.readings.filter(({ relation }) => !relation)) {
      const key = keyOf(reading);
      const so = (sums.get(key) ?? 0n) + exact(statement.token.digits, statement.token.power);
      sums.set(key, so);
      const whole = { ...statement, token: { digits: so, power: -SCALE } };
      const blanks = sumOf([...reading.cells, ...reading.minus], sheet).blanks;
      if (!blanks && fitOf(reading, whole, sheet) === "fits") found.push(key);
    }
  }
  return found;
}

// ---- parts told in a sentence

// So many statements behind a whole are looked at.
const MOST_BEHIND = 256;

const alike = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** The figures of the ways in which requests came, told behind a whole of them, where they cannot be right. */
function wrongWays(whole, behind, tables) {
  if (!tables[whole.table].objects || whole.group || !whole.isCertain || whole.kind !== "count") return [];
  // Of what last year left over alone no ways are told.
  const bare = Object.entries(tables[whole.table].verbs[""] ?? {}).filter(([name]) => name !== "open");
  const hasAll = (part, every) => every.every((one) => part.includes(one));
  if (!bare.every(([facet, alternatives]) => whole.facets[facet].some((part) => alternatives.some((every) => hasAll(part, every))))) return [];
  const value = ({ token }) => exact(token.digits, token.power);
  const found = [];
  let isAll = true;
  for (const one of behind.filter(({ kind }) => kind !== "percentage")) {
    const { tokens, isBracketed } = one.clause;
    const place = tokens.findIndex(({ start }) => start === one.start);
    const before = tokens.slice(tokens.findLastIndex(({ kind }, n) => n < place && kind === "figure") + 1, place);
    const has = (...kinds) => before.some(({ kind }) => kinds.includes(kind));
    const isNested = found.length > 0 && (has("part") || isBracketed !== found[0].clause.isBracketed);
    if (one.reason !== "channel" || one.kind !== "count" || isNested || has("handle", "take", "make", "publish", "stock", "repeal", "act", "other")) break;
    if (!found.length) isAll = (isBracketed && !whole.clause.isBracketed) || has("view", "each");
    isAll &&= !has("part") && !before.some(({ isChosen }) => isChosen);
    found.push(one);
  }
  const sum = found.reduce((so, one) => so + value(one), 0n);
  const isWrong = found.length > 1 && (sum > value(whole) || (isAll && sum < value(whole)));
  return isWrong ? [{ whole, parts: found, sum }] : [];
}

/** The statements of a whole whose parts, told behind it in its sentence, do not add up to it. */
export function wrongWholes(statements, tables) {
  const figures = statements.filter(({ kind, readings }) => kind !== "percentage" && readings.length);
  const behind = (whole) => {
    const place = statements.indexOf(whole);
    return statements.slice(place + 1, place + 1 + MOST_BEHIND).filter(({ sentence }) => sentence === whole.sentence);
  };
  const isAsked = ({ verdict, kind }) => verdict !== "contradicts" && (kind === "count" || kind === "zero");
  const inWays = figures.filter(isAsked).flatMap((whole) => wrongWays(whole, behind(whole), tables));
  return inWays.concat(figures.flatMap((whole) => (tables[whole.table].partitions ?? []).flatMap(({ facet, whole: name, parts }) => {
    if (!alike(whole.facets[facet][0], name)) return [];
    const others = ({ facets }) => Object.keys(facets).filter((one) => one !== facet).sort().map((one) => [one, facets[one]]);
    const later = behind(whole).filter((one) => figures.includes(one) && one.table === whole.table && alike(others(one), others(whole)));
    const told = parts.map((part) => later.filter(({ facets }) => alike(facets[facet][0], part)));
    const found = told.flat();
    if (!found.length || told.some((list) => list.length > 1)) return [];
    const all = [whole, ...found];
    if (all.some(({ verdict, isCertain }) => ["contradicts", "excused"].includes(verdict) || !isCertain)) return [];
    if (all.every(({ verdict }) => verdict === "agrees")) return [];
    const value = ({ token }) => exact(token.digits, token.power);
    const sum = found.reduce((so, one) => so + value(one), 0n);
    const isWrong = sum > value(whole) || (told.every((list) => list.length) && sum !== value(whole));
    return isWrong ? [{ whole, parts: found, sum }] : [];
  })));
}
