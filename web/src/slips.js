// Slips in running text, as the section on slips.json in schema/README.md says.

const [BEHIND, AROUND] = [24, 16];
const PART_END = /[，。；：！？\n]/u;
const SENTENCE = /[^。；！？\n]*[。；！？\n]?/gu;
const WHITE_SPACE = /^[ \t\r\n\u3000]+|[ \t\r\n\u3000]+$/gu;

/** Read slips.json: each list by name, its patterns written out. */
export function loadSlips({ pieces, names, slips }) {
  const written = (pattern) => {
    const whole = pattern.replace(/\{([a-z_]+)\}/gu, (_, name) => `(?:${pieces[name]})`);
    return whole === pattern ? whole : written(whole);
  };
  const compiled = (entry) => {
    const patterns = ["find", "behind", "not_behind", "cue", "unless"].filter((key) => entry[key] !== undefined);
    const found = patterns.map((key) => [key, new RegExp(written(entry[key]), key === "find" ? "gu" : "u")]);
    return { ...entry, names, ...Object.fromEntries(found) };
  };
  return new Map(Object.entries(slips).map(([name, entries]) => [name, entries.map(compiled)]));
}

/** The slips of a list in a text of a report for `year`; places are counted in characters, not in units of UTF-16. */
export function findSlips(entries, text, year, organ) {
  const spans = entries.flatMap((entry) => [...matches(entry, text, { year, organ })]);
  spans.sort(([start, end], [other, last]) => start - other || last - end);
  const found = [];
  let [behind, counted] = [0, 0];
  for (const [start, end] of spans) {
    if (start < behind) continue;
    const first = counted + [...text.slice(behind, start)].length;
    counted = first + [...text.slice(start, end)].length;
    behind = end;
    found.push({ start: first, end: counted, found: text.slice(start, end), quote: quoted(text, start, end) });
  }
  return found;
}

function* matches(entry, text, about) {
  const { find, behind, not_behind: notBehind, cue, unless } = entry;
  const sentences = cue || unless ? [...text.matchAll(SENTENCE)] : [];
  let at = 0;
  const remembered = MEMORIES[entry.check]?.();
  for (const match of text.matchAll(find)) {
    const before = last(text.slice(Math.max(0, match.index - 2 * BEHIND), match.index), BEHIND);
    if (behind && !behind.test(before)) continue;
    if (notBehind?.test(before)) continue;
    while (sentences[at + 1]?.index <= match.index) at += 1;
    const sentence = sentences[at]?.[0];
    if (cue && !cue.test(sentence)) continue;
    if (unless?.test(sentence)) continue;
    if (remembered ? !remembered(match) : !counts(entry, match, about)) continue;
    yield [match.index, match.index + match[0].length];
  }
}

function counts({ relation, value, check, reads, names }, match, { year, organ }) {
  const groups = match.slice(1).map((group) => group?.normalize("NFKC"));
  // Nothing can be held against a year that is not known.
  if (value !== undefined && year === undefined) return false;
  if (value !== undefined) {
    if (!Number.isInteger(year)) return false;
    const wanted = value.replace(/\{year([+-][0-9]+)?\}/gu, (_, more) => `${year + Number(more ?? 0)}`);
    const [read] = groups;
    return { "=": read === wanted, "!=": read !== wanted, ">=": read >= wanted, "<=": read <= wanted }[relation];
  }
  if (check === "other-organ") return typeof organ === "string" && isOther(match[1], organ, names);
  if (check === "other-self") return typeof organ === "string" && isOtherSelf(match[1], organ, names);
  if (check === "change") return !comesOut(Object.fromEntries(reads.map((name, n) => [name, groups[n]])));
  return check === undefined || CHECKS[check](groups, match[0].normalize("NFKC").toUpperCase());
}

/** The checks that ask what came before in the text: each begins anew for every text. */
const MEMORIES = {
  "said-before": () => {
    const said = new Set();
    return ([, words]) => said.has(words) || !said.add(words);
  },
  misnumbered: () => {
    let [open, end] = [[], 0];
    return (match) => {
      const between = match.input.slice(end, match.index);
      end = match.index + match[0].length;
      const [number, last] = match[1] === undefined ? [] : readNumber(match[1].normalize("NFKC"));
      if (number === undefined) {
        open = [];
        return false;
      }
      const place = number === 1 || open.at(-1) === number - 2 ? -1 : open.lastIndexOf(number - 1);
      if (number === 1) open = [...open.slice(-7), 1];
      else if (place >= 0) open = [...open.slice(0, place), number];
      if (number === 1 || place >= 0) return false;
      const isKnown = open.length > 0;
      open = [...open.slice(0, -1), number];
      return isKnown && ![...")、.．）是要，"].some((sign) => between.includes(last + sign));
    };
  },
};

const NUMERALS = [..."一二三四五六七八九十", ...[..."一二三四五六七八九"].map((sign) => `十${sign}`), "二十"];

/** The number of an item up to 20, and the one before it in the same writing. */
function readNumber(printed) {
  const number = NUMERALS.includes(printed) ? NUMERALS.indexOf(printed) + 1 : /^(?:[1-9]|1[0-9]|20)$/u.test(printed) ? Number(printed) : undefined;
  return [number, NUMERALS.includes(printed) ? NUMERALS[number - 2] : `${number - 1}`];
}

const CHECKS = {
  "no-such-day": (groups) => {
    const [month, day, year = 2000] = [groups.at(-2), groups.at(-1) ?? 1, groups.at(-3)].map((part) => part && Number(part));
    const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
    return year === 0 || days === undefined || day < 1 || day > days;
  },
  "resident-number": (_, whole) => {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const sum = weights.reduce((all, weight, n) => all + weight * Number(whole[n]), 0);
    return "10X98765432"[sum % 11] === whole.at(-1);
  },
};

/** Whether a change is the difference of what is now and was before, or its share in what was before. */
function comesOut({ now, before, less, change, percent }) {
  const [[later, laterStep], [former, formerStep], [told, step]] = [now, before, change].map(readFigure);
  const difference = less === undefined ? later - former : former - later;
  const size = (number) => (number < 0n ? -number : number);
  if (percent === undefined) {
    return size(difference - told) <= [laterStep, formerStep, step].reduce((most, one) => (one > most ? one : most));
  }
  if (former === 0n || laterStep || formerStep) return true;
  return size(100n * difference * ONE - told * former) < (step || ONE) * former;
}

/** A figure in hundred millionths, and one of its last printed place; 0 for a whole number, which nobody rounded. */
function readFigure(figure) {
  const [, whole, places = "", sign] = /^([0-9]+)(?:\.([0-9]+))?([万亿]?)$/u.exec(figure.replaceAll(",", ""));
  const step = ({ 万: 10n ** 4n, 亿: ONE }[sign] ?? 1n) * 10n ** BigInt(8 - places.length);
  return [BigInt(whole + places) * step, places || sign ? step : 0n];
}

const ONE = 10n ** 8n;

/** Whether a name cannot be that of the organ called `own`, nor of a part of it. */
function isOther(named, own, names) {
  const { left_out: leftOut, place, office, body, common, government } = names;
  const plain = (name) => name.normalize("NFKC").replace(new RegExp(leftOut, "gu"), "");
  const bare = (name) => name.replace(new RegExp(office, "u"), "");
  const ends = (name, pattern) => [...name.matchAll(new RegExp(pattern, "gu"))].map((match) => match.index + match[0].length);
  const places = (name) => ends(name, place);
  let [theirs, ours] = [plain(named), plain(own)];
  if (!ours || [...bare(theirs)].length < 2 || new RegExp(common, "u").test(bare(theirs))) return false;
  if (new RegExp(government, "u").test(bare(ours) || ours)) {
    if (!places(theirs).length) return false;
    theirs = theirs.slice(0, places(theirs).at(-1));
  }
  const forms = (name) => [...new Set([name, bare(name) || name])].flatMap((whole) =>
    [whole, ...places(whole).map((end) => whole.slice(end)).filter((rest) => new RegExp(place, "u").test([...rest].slice(1).join("")))]);
  const runsThrough = (short, long) => [...short].reduce((from, character) => {
    const at = from < 0 ? -1 : long.indexOf(character, from);
    return at < 0 ? -1 : at + character.length;
  }, 0) >= 0;
  const wholes = [theirs, ...ends(theirs, body).map((end) => theirs.slice(0, end))];
  return !forms(ours).some((one) => wholes.flatMap(forms).some((other) => runsThrough(one, other) || runsThrough(other, one)));
}

/** Whether the organ called `own` is of another kind than it says of itself. */
function isOtherSelf(kind, own, { left_out: leftOut }) {
  const ours = own.normalize("NFKC").replace(new RegExp(leftOut, "gu"), "");
  return ours !== "" && !ours.includes(kind);
}

/** A slip with what stands around it in its part of the sentence. */
function quoted(text, start, end) {
  const before = last(text.slice(Math.max(0, start - 2 * AROUND), start), AROUND).split(PART_END).at(-1);
  const [behind] = [...text.slice(end, end + 2 * AROUND)].slice(0, AROUND).join("").split(PART_END);
  return (before + text.slice(start, end) + behind).replace(WHITE_SPACE, "");
}

const last = (text, count) => [...text].slice(-count).join("");

/** What hides in every parameter the numbers that rules with `mask` find in the texts of a report. */
export function hiding(numbers) {
  const shown = numbers.map(([number, { first, last: rest }]) => {
    const stars = "*".repeat(number.length - first - rest);
    return [number, number.slice(0, first) + stars + number.slice(number.length - rest)];
  });
  const hide = (value) => {
    if (Array.isArray(value)) return value.map(hide);
    if (value !== null && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hide(inner)]));
    if (typeof value !== "string") return value;
    return shown.reduce((text, [number, cover]) => {
      const whole = text.replaceAll(number, cover);
      // A quotation may be cut inside a number.
      for (let length = number.length - 1; length >= 4; length -= 1) {
        if (whole.endsWith(`${number.slice(0, length)}…`)) return `${whole.slice(0, -length - 1)}${cover.slice(0, length)}…`;
      }
      return whole;
    }, value);
  };
  return hide;
}
