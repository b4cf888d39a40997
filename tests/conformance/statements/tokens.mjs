// From a text to the clauses of its sentences, as schema/README.md says under "From text to tokens".

const GAPS = ["filler", "colons", "year_this", "aside", "about_before", "part"];
const SOFT = [...GAPS, "own", "suffix", "whole", "office", "public", "disclosure", "connector", "share", "base", "year", "year_last", "time", "period", "each", "view"];
const NOUNS = ["label", "object", "weak"];
const VERBS = ["receive", "new", "handle", "take", "both", "make", "publish", "stock", "repeal", "act"];
const DENIABLE = ["label", "object", "handle", "take", "publish", "receive"];
const is = (kinds) => (token) => Boolean(token) && kinds.includes(token.kind);
export const [isGap, isSoft, isNoun, isVerb] = [GAPS, SOFT, NOUNS, VERBS].map(is);

/** The character that is read in place of one, or nothing. */
function foldOne(character, { marks, variants }) {
  if (marks.quotes.includes(character)) return "";
  if (marks.ends.includes(character)) return character;
  if (Object.hasOwn(variants, character)) return variants[character];
  if (/[\p{Z}\p{C}]/u.test(character)) return "";
  if (/\p{No}/u.test(character)) return character;
  const plain = [...character.normalize("NFKC")];
  return plain.length === 1 && plain[0] !== character ? foldOne(plain[0], { marks, variants }) : character;
}

// What is read in place of a character, and of what pieces a text is, for each list of words.
const folds = new WeakMap();

function foldsOf(words) {
  if (!folds.has(words)) folds.set(words, { characters: new Map(), pieces: new Map() });
  return folds.get(words);
}

function fold(text, words) {
  const known = foldsOf(words).characters;
  return [...text].flatMap((character, offset) => {
    if (!known.has(character)) known.set(character, foldOne(character, words));
    const read = known.get(character);
    return read ? [{ character: read, offset }] : [];
  });
}

export const foldWord = (word, words) => fold(word, words).map(({ character }) => character).join("");

// ---- the vocabulary of one layout and report year

function titlesOf(schema, pointer) {
  const beside = (member) => ({ ...schema.$defs[member.$ref?.split("/").pop()], ...member });
  const member = pointer.split("/").slice(1).reduce((inner, name) => beside(inner).properties[name], schema);
  const { title, aliases = [] } = beside(member);
  return [title, ...aliases].map((printed) => printed.normalize("NFKC")
    .replace(/^(?:\([^)]*\)|[0-9]+\.|[〇一二三四五六七八九十百]+、)/u, "").replace(/\([^)]*\)/gu, ""));
}

/** How long the words are that begin alike, the longest first. */
function sizesOf(kinds) {
  const sizes = new Map();
  for (const word of kinds.keys()) sizes.set(word[0], new Set(sizes.get(word[0])).add(word.length));
  return new Map([...sizes].map(([first, found]) => [first, [...found].sort((one, other) => other - one)]));
}

export function makeVocabulary({ words, statements, schema, place }, year) {
  const kinds = new Map();
  const put = (word, entry, wins = false) => {
    const read = fold(word, words).map(({ character }) => character).join("");
    if (read && (wins || !kinds.has(read))) kinds.set(read, entry);
  };
  const others = new Set();
  const putLabel = (word, entry) => {
    const found = word.match(/\{year([+-]1)?\}/u);
    if (!found) return put(word, entry, !kinds.has(word) || kinds.get(word).kind !== "label");
    others.add(word.replace(found[0], "{}"));
    return put(word.replace(found[0], year + Number(found[1] ?? 0)), entry, true);
  };
  const { totals, proactive, attributives, within, kinds: ofKinds, alike, spans, copulas, all, turns, chosen, themes, areas } = words;
  for (const [kind, list] of Object.entries(words.classes)) {
    list.forEach((word) => put(word, {
      kind, isTotal: totals.includes(word), isProactive: proactive.includes(word), isAttributive: attributives.includes(word), isWithin: within.includes(word),
      isOfKinds: ofKinds.includes(word), isAlike: alike.includes(word), isSpan: spans.includes(word), isCopula: copulas.includes(word), isAll: all.includes(word), isTurn: turns.includes(word), isChosen: chosen.includes(word),
      area: Object.keys(areas).find((area) => areas[area].includes(word)),
    }));
  }
  for (const [reason, list] of Object.entries(themes)) list.forEach((word) => put(word, { kind: "theme", reason }));
  for (const [reason, list] of Object.entries(words.sinks)) list.forEach((word) => put(word, { kind: "sink", reason }));
  words.approximate.before.forEach((word) => put(word, { kind: "about_before" }));
  words.approximate.behind.forEach((word) => put(word, { kind: "about_behind" }));
  for (const kind of ["parts", "commas", "colons", "open", "close", "title_open", "title_close"]) {
    [...words.marks[kind]].forEach((mark) => put(mark, { kind }));
  }
  for (const [table, { objects = [], weak = [] }] of Object.entries(statements.tables)) {
    objects.forEach((word) => put(word, { kind: "object", table }, true));
    weak.forEach((word) => put(word, { kind: "weak", table }, true));
  }
  for (const label of statements.labels) {
    const every = [...label.words, ...(label.titles ?? []).flatMap((pointer) => titlesOf(schema, pointer))];
    every.forEach((word) => putLabel(word, { kind: "label", table: label.table, label }));
  }
  const numerals = { ...words.numerals.digits, ...words.numerals.units };
  const measures = Object.entries(words.measures).flatMap(([kind, list]) => list.map((measure) => [measure, kind]));
  return {
    words,
    place,
    kinds,
    sizes: sizesOf(kinds),
    longest: Math.max(...[...kinds.keys()].map((word) => word.length)),
    others: [...others].map((word) => word.split("{}")).sort((one, other) => other.join("").length - one.join("").length),
    numerals,
    measures: measures.sort(([one], [other]) => other.length - one.length),
    asks: makeFilter(words, numerals),
    tokenized: new Map(),
  };
}

const oneOf = (list) => `(?:${list.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")).join("|")})`;

function makeFilter({ classes, measures, approximate, marks, numerals }) {
  const small = Object.entries({ ...numerals.digits, ...numerals.units }).filter(([, worth]) => worth < 10000);
  const ends = [..."、", ...marks.ends, ...marks.parts, ...marks.commas, ...marks.close];
  const behind = [...measures.count, ...measures.amount, ...measures.percentage, ...measures.foreign, ...ends];
  return new RegExp([
    oneOf([...classes.zero, ...classes.nothing]),
    `${oneOf(small.map(([character]) => character))}${oneOf(measures.count)}`,
    `[0-9][万亿]*${oneOf(approximate.after)}?(?:${oneOf(behind)}|$)`,
  ].join("|"), "u");
}

// ---- numbers

/** The number that numerals say; undefined where they say none. */
function spelled(text, { digits, units }) {
  let [sum, section, digit, last] = [0, 0, null, Infinity];
  for (const character of text) {
    if (Object.hasOwn(digits, character)) {
      if (digit) return undefined;
      digit = digits[character];
      continue;
    }
    const unit = units[character];
    if (unit >= 10000) {
      sum = (sum + section + (digit ?? 0)) * unit;
      [section, digit, last] = [0, null, Infinity];
      if (!sum) return undefined;
      continue;
    }
    if (unit >= last || (!digit && !(unit === 10 && section === 0))) return undefined;
    section += (digit || 1) * unit;
    [digit, last] = [null, unit];
  }
  return sum + section + (digit ?? 0);
}

function numberAt(text, start, vocabulary) {
  const { numerals, measures, words } = vocabulary;
  const rest = text.slice(start);
  let [printed] = rest.match(/^[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?/u) ?? [];
  const measureAt = (place) => measures.find(([measure]) => rest.startsWith(measure, place)) ?? ["", ""];
  const isSpelled = !printed;
  if (isSpelled) {
    let end = 0;
    while (Object.hasOwn(numerals, rest[end] ?? "")) end += 1;
    while (end > 0 && !measureAt(end)[0]) end -= 1;
    if (!end) return undefined;
    printed = rest.slice(0, end);
  }
  let end = printed.length;
  let power = 0;
  while (rest[end] === "万" || rest[end] === "亿") power += rest[end++] === "万" ? 4 : 8;
  const about = words.approximate.after.includes(rest[end]);
  if (about) end += 1;
  const [measure, sort] = measureAt(end);
  const size = end + measure.length;
  if (sort === "time" || sort === "period") {
    const year = [...printed].map((character) => words.numerals.digits[character] ?? character).join("");
    const isYear = measure.startsWith("年") && power === 0 && /^(?:19|20)[0-9]{2}$/u.test(year);
    return isYear ? { kind: "year", size, year: Number(year) } : { kind: sort, size };
  }
  const value = isSpelled ? spelled(printed, words.numerals) : printed.replaceAll(",", "");
  if (value === undefined) return { kind: "other", size };
  const [whole, decimals = ""] = `${value}`.split(".");
  // The digits as one whole number, and by which power of ten they are to be multiplied.
  return { kind: "figure", size, digits: BigInt(whole + decimals), power: power - decimals.length, isRound: power > 0,
    about, sort: sort || null, measure, isSpelled };
}

// ---- tokens

/** The longest word that stands at a place; of words with a year in them, such as are words in other years are none here. */
function wordAt(text, start, { kinds, sizes, longest, others }) {
  const most = Math.min(longest, text.length - start);
  const known = (sizes.get(text[start]) ?? []).find((size) => size <= most && kinds.has(text.slice(start, start + size))) ?? 0;
  for (const [before, after] of others) {
    const size = before.length + 4 + after.length;
    if (size > known && size <= most && text.startsWith(before, start) && text.startsWith(after, start + before.length + 4)
      && /^[0-9]{4}$/u.test(text.slice(start + before.length, start + before.length + 4))) return { kind: "other", size, isWord: true };
  }
  return known ? { ...kinds.get(text.slice(start, start + known)), size: known, isWord: true } : undefined;
}

/** The size of a number that only numbers a point of a list (1.予以公开), with its mark; nothing where none stands here. */
function markAt(text, start, before) {
  if (before && !["parts", "commas", "colons"].includes(before.kind)) return undefined;
  const [mark] = text.slice(start).match(/^[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?[.、](?![0-9])/u) ?? [];
  return mark && { kind: "aside", inner: [], size: mark.length };
}

/** The tokens of a sentence, which nobody may change: the reports of the cases have most of theirs in common. */
function tokenize(text, vocabulary) {
  const { tokenized } = vocabulary;
  if (!tokenized.has(text)) tokenized.set(text, tokensOf(text, vocabulary));
  return tokenized.get(text);
}

function tokensOf(text, vocabulary) {
  const tokens = [];
  let start = 0;
  let from = 0;
  const flush = () => from < start && tokens.push({ kind: "other", start: from, end: start, word: text.slice(from, start) });
  while (start < text.length) {
    const found = wordAt(text, start, vocabulary) ?? ((from === start && markAt(text, start, tokens.at(-1))) || numberAt(text, start, vocabulary));
    if (!found) { start += 1; continue; }
    flush();
    const before = tokens.at(-1);
    const token = { ...found, start, end: start + found.size, word: text.slice(start, start + found.size) };
    if (token.kind === "figure" && before?.kind === "ordinal") token.kind = "other";
    if (DENIABLE.includes(token.kind) && before?.kind === "not") token.kind = "other";
    tokens.push(token);
    start = from = token.end;
  }
  flush();
  return tokens;
}

// ---- clauses

function endOf(tokens, start) {
  let depth = 0;
  for (let n = start; n < tokens.length; n += 1) {
    if (tokens[n].kind === "open") depth += 1;
    if (tokens[n].kind === "close" && (depth -= 1) === 0) return n;
  }
  return tokens.length;
}

/** A word that says that the figure before it became the one behind it. */
const isTurn = (token) => token?.kind === "sink" && token.reason === "last-year";

/** A figure that counts the things named before it is an aside, where words for all of them stand behind it, or it stands in apposition to a label. */
function setAside(tokens, behind) {
  const n = tokens.findLastIndex((token) => token.kind !== "each" && !isGap(token));
  const between = tokens.slice(n + 1);
  const isOfAll = [behind, ...between].some(({ kind, isAlike }) => kind === "each" || isAlike)
    && between.every(({ kind }) => ["filler", "colons", "each"].includes(kind));
  const isApposed = tokens[n]?.isSpelled && tokens[n - 1]?.kind === "label";
  if (tokens[n]?.kind === "figure" && tokens[n].sort === "count" && (isOfAll || isApposed)) tokens[n] = { ...tokens[n], kind: "aside", inner: [] };
}

const isTold = (tokens) => tokens.some(({ kind }) => kind === "figure" || kind === "zero");

/** How many tokens at the beginning of a bracket are a count and no more (予以公开（5件，占5%）); 0 where something else is there. */
function countIn(inner) {
  const n = inner.findIndex(({ kind }) => kind !== "filler");
  const isEnd = n + 1 === inner.length || ["commas", "parts"].includes(inner[n + 1]?.kind);
  return inner[n]?.kind === "figure" && inner[n].sort === "count" && isEnd ? n + 1 : 0;
}

// What stands in a bracket inside so many others is left out.
const DEEPEST = 8;

function clausesOf(tokens, depth = 0) {
  const isBracketed = depth > 0;
  const clauses = [];
  let [current, behind] = [[], []];
  const part = () => {
    if (current.length || behind.length) clauses.push({ tokens: current, isBracketed }, ...behind);
    [current, behind] = [[], []];
  };
  for (let n = 0; n < tokens.length; n += 1) {
    const token = tokens[n];
    if (token.kind === "commas" || token.kind === "parts") part();
    else if (token.kind === "figure" && isTurn(tokens[n + 1]) && tokens[n + 2]?.kind === "figure") {
      behind.push({ tokens: tokens.slice(n, n + 2), isBracketed: false });
      current.push({ ...token, end: tokens[n + 1].end, kind: "aside", inner: [] });
      n += 1;
    } else if (token.kind === "title_open") {
      const end = tokens.findIndex(({ kind }, place) => place > n && kind === "title_close");
      current.push(end < 0 ? { ...token, kind: "other" } : { ...token, end: tokens[end].end, kind: "aside", inner: [] });
      if (end >= 0) n = end;
    } else if (token.kind === "open") {
      const end = endOf(tokens, n);
      const inner = depth === DEEPEST ? [] : tokens.slice(n + 1, end);
      const count = current.at(-1)?.kind === "label" ? countIn(inner) : 0;
      if (count) {
        current.push(...inner.slice(0, count));
        const rest = inner.slice(count + 1);
        if (isTold(rest)) behind.push(...clausesOf(rest, depth + 1));
        n = end;
        if (tokens[n + 1]?.kind === "connector") part();
        continue;
      }
      const isOwn = isTold(inner);
      if (isOwn) behind.push(...clausesOf(inner, depth + 1));
      current.push({ ...token, end: (tokens[end] ?? tokens.at(-1)).end, kind: "aside", inner: isOwn ? [] : inner });
      n = end;
      if (current.at(-2)?.kind === "figure" && tokens[n + 1]?.kind === "connector") part();
    } else if (token.kind !== "close") {
      if (token.kind === "figure" || token.kind === "nothing") setAside(current, token);
      current.push(token);
    }
  }
  part();
  return clauses;
}

// A clause of more tokens is several, one after the other.
const LONGEST_CLAUSE = 256;

function* inPieces(clauses) {
  for (const { tokens, isBracketed } of clauses) {
    for (let n = 0; n === 0 || n < tokens.length; n += LONGEST_CLAUSE) {
      yield { tokens: tokens.slice(n, n + LONGEST_CLAUSE), isBracketed };
    }
  }
}

// A heading is short.
const LONGEST = 30;
const HEADING = ["object", "weak", "filler", "aside", "view", "own", "year", "year_this", "connector", "receive", "handle", "take", "both", "open", "close", "colons", "disclosure"];

/** The table that a line which is not read names, and nothing else; nothing if it is no heading. */
function tableOfHeading(plain, size, vocabulary, isMark) {
  if (size > LONGEST) return null;
  const tokens = tokenize(plain, vocabulary);
  if (!tokens.every(({ kind, word }) => HEADING.includes(kind) || (kind === "other" && isMark(word)))) return null;
  const tables = new Set(tokens.filter(({ kind }) => kind === "object").map(({ table }) => table));
  return tables.size === 1 ? [...tables][0] : null;
}

/** The pieces of a text between the ends of sentences, as they are read; kept, since the reports of the cases have most texts in common. */
function piecesOf(text, { words, place }, organ) {
  const { pieces } = foldsOf(words);
  const key = JSON.stringify([text, organ]);
  if (!pieces.has(key)) pieces.set(key, cut(text, words, organ, place));
  return pieces.get(key);
}

/** The name of an organ and what of it names the organ, too, as characters; the longest first. */
function namesOf(organ, words, place) {
  const name = fold(organ, words).map(({ character }) => character);
  if (name.length > 100 || name.some((character) => words.marks.ends.includes(character))) return [];
  const whole = name.join("");
  const rests = [...whole.matchAll(new RegExp(place, "gu"))].map((match) => [...whole.slice(match.index + match[0].length)]);
  return [name, ...rests.filter((rest) => new RegExp(place, "u").test(rest.slice(1).join("")))].filter(({ length }) => length >= 3);
}

/** Characters with those of the organ's name read as what an organ calls itself. */
function withoutName(folded, organ, words, place) {
  const names = namesOf(organ, words, place);
  const read = [];
  for (let n = 0; n < folded.length;) {
    const name = names.find((one) => one.every((character, m) => folded[n + m]?.character === character));
    if (!name) { read.push(folded[n]); n += 1; continue; }
    const last = folded[n + name.length - 1].offset;
    [...words.self].forEach((character, m) => read.push({ character, offset: m ? last : folded[n].offset }));
    n += name.length;
  }
  return read;
}

function cut(text, words, organ, place) {
  const folded = organ ? withoutName(fold(text, words), organ, words, place) : fold(text, words);
  const pieces = [];
  let start = 0;
  for (let end = 0; end <= folded.length; end += 1) {
    if (end < folded.length && !words.marks.ends.includes(folded[end].character)) continue;
    const characters = folded.slice(start, end);
    const plain = characters.map(({ character }) => character).join("");
    // Characters beyond the basic plane count two in a string: a space holder of as many units keeps the offsets.
    const units = characters.flatMap(({ character, offset }) => Array(character.length).fill(offset));
    const printed = (folded[end]?.offset ?? [...text].length) - (start ? folded[start - 1].offset + 1 : 0);
    pieces.push({ plain, units, printed, start, end });
    start = end + 1;
  }
  return { folded, pieces };
}

/**
 * The sentences of a text that may hold statements, each with its clauses; tokens have the offsets of the text.
 * `organ` is the name that is read as what an organ calls itself, nothing if none is.
 */
export function readSentences(text, vocabulary, isMark, organ) {
  const { folded, pieces } = piecesOf(text, vocabulary, organ);
  const sentences = [];
  let heading = null;
  for (const { plain, units, printed, start, end } of pieces) {
    if (plain && vocabulary.asks.test(plain)) {
      const place = (token) => ({ ...token, start: units[token.start], end: units[token.end - 1] + 1 });
      const previous = sentences.at(-1);
      const between = previous ? folded.slice(previous.last, start).map(({ character }) => character).join("") : "";
      sentences.push({
        clauses: [...inPieces(clausesOf(tokenize(plain, vocabulary).map(place)))],
        heading,
        isApart: previous !== undefined && (between.length > 1 || /[\n\r]/u.test(between)),
        last: end,
      });
      heading = null;
    } else if (plain) heading = tableOfHeading(plain, printed, vocabulary, isMark);
  }
  return sentences;
}
