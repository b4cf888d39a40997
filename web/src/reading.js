// Bytes to JSON values, exactly as schema/LEXICAL.md §1 asks: where everything stands, and what is wrong with the text.

const LARGEST = 16 * 1024 * 1024;
const DEEPEST = 64;
const LONGEST_NUMBER = 40;
const LONG_EXPONENT = /[eE][+-]?[0-9]{18}/;
const TOO_LONG = 10n ** 40n;
const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const LITERAL = /true|false|null/y;
const NOT_A_NUMBER = /-?(?:NaN|Infinity)/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const LONE = /[\ud800-\udfff]/u;
const LITERALS = { true: true, false: false, null: null };

/** A number written with a point or an exponent, kept as it was written: binary fractions are not exact. */
export class Decimal {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return /^-[0.]*(?:[eE].*)?$/.test(this.text) ? this.text.slice(1) : this.text;
  }
}

export function escapeToken(name) {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

export function cut(value) {
  const points = [...String(value)];
  return points.length <= 64 ? String(value) : points.slice(0, 63).join("") + "…";
}

/** Read a document. `value` means nothing where `readable` is false; `lines(pointer)` says where a place stands. */
export function read(bytes) {
  if (bytes.length > LARGEST) return refused("too-large", { size: bytes.length, limit: LARGEST });
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = marked ? bytes.subarray(3) : bytes;
  let text;
  try {
    text = decode("utf-8", body);
  } catch {
    return refused(isGb18030(bytes) ? "gb18030" : "not-utf8", { offset: firstBadByte(bytes) + 1 });
  }
  const reader = new Reader(text);
  const readable = reader.run();
  const defects = marked ? [{ code: "byte-order-mark", pointer: "", offset: 0, parameters: {} }, ...reader.defects] : reader.defects;
  const found = defects.map(({ offset, ...defect }) => ({ ...defect, severity: "error", line: lineOf(text, offset) }));
  return { readable, value: reader.value, defects: found, lines: (pointer) => reader.line(pointer) };
}

function refused(code, parameters) {
  return { readable: false, defects: [{ code, severity: "error", pointer: "", parameters }] };
}

function decode(encoding, bytes, options) {
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, options);
}

function isGb18030(bytes) {
  try {
    return /[\u4e00-\u9fff]{2}/.test(decode("gb18030", bytes));
  } catch {
    return false;
  }
}

function firstBadByte(bytes) {
  const fails = (end, options) => {
    try {
      decode("utf-8", bytes.subarray(0, end), options);
      return false;
    } catch {
      return true;
    }
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fails(middle, { stream: true })) high = middle;
    else low = middle + 1;
  }
  let start = low - (fails(low, { stream: true }) ? 1 : 0);
  while (fails(start)) start -= 1;
  return start;
}

function lineOf(text, offset) {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

class Stop extends Error {}

class Reader {
  constructor(text) {
    this.text = text;
    this.at = 0;
    this.defects = [];
    this.places = new Map();
  }

  run() {
    try {
      this.skip();
      if (this.at === this.text.length) this.stop("empty", 0);
      this.value = this.read("", 0);
      this.skip();
      if (this.at < this.text.length) this.stop("trailing-content", this.at);
      return true;
    } catch (error) {
      if (error instanceof Stop) return false;
      throw error;
    }
  }

  line(pointer) {
    while (pointer && !this.places.has(pointer)) pointer = pointer.slice(0, pointer.lastIndexOf("/"));
    return lineOf(this.text, this.places.get(pointer) ?? 0);
  }

  read(pointer, depth) {
    this.skip();
    const start = this.at;
    this.places.set(pointer, start);
    const mark = this.text[start];
    if (mark === "{" || mark === "[") {
      if (depth >= DEEPEST) this.stop("too-deep", start, "", { limit: DEEPEST });
      this.at += 1;
      return mark === "{" ? this.object(pointer, depth) : this.list(pointer, depth);
    }
    if (mark === '"') return this.string(pointer);
    const broken = this.match(NOT_A_NUMBER);
    if (broken) this.stop("not-a-number", start, pointer, { found: broken[0] });
    const number = this.match(NUMBER);
    if (number) {
      this.at = start + number[0].length;
      if (number[0].length > LONGEST_NUMBER || LONG_EXPONENT.test(number[0])) {
        this.note("number-too-long", start, pointer, { length: number[0].length });
        return TOO_LONG;
      }
      if (number[1] || number[2]) return new Decimal(number[0]);
      const whole = Number(number[0]);
      return Number.isSafeInteger(whole) ? whole + 0 || 0 : BigInt(number[0]);
    }
    const literal = this.match(LITERAL);
    if (!literal) this.unexpected("value");
    this.at += literal[0].length;
    return LITERALS[literal[0]];
  }

  object(pointer, depth) {
    // Without a prototype, so that a member may have any name.
    const members = Object.create(null);
    this.skip();
    for (let first = true; this.text[this.at] !== "}"; first = false) {
      if (!first) this.expect(",", "comma-or-close");
      this.skip();
      const start = this.at;
      if (this.text[start] !== '"') this.unexpected("name");
      const name = this.string(pointer);
      const inner = `${pointer}/${escapeToken(name)}`;
      if (name in members) this.note("duplicate-member", start, inner, { member: cut(name) });
      this.expect(":", "colon");
      members[name] = this.read(inner, depth + 1);
      this.skip();
    }
    this.at += 1;
    return members;
  }

  list(pointer, depth) {
    const items = [];
    this.skip();
    for (let first = true; this.text[this.at] !== "]"; first = false) {
      if (!first) this.expect(",", "comma-or-close");
      items.push(this.read(`${pointer}/${items.length}`, depth + 1));
      this.skip();
    }
    this.at += 1;
    return items;
  }

  string(pointer) {
    const start = this.at;
    let at = start + 1;
    for (; this.text[at] !== '"'; at += 1) {
      this.at = at;
      if (at >= this.text.length) this.stop("truncated", at, "", { expected: "quote" });
      if (this.text.charCodeAt(at) < 0x20) this.unexpected("quote");
      if (this.text[at] === "\\") {
        const escaped = this.match(ESCAPE);
        if (!escaped) this.unexpected("escape");
        at += escaped[0].length - 1;
      }
    }
    this.at = at + 1;
    const value = JSON.parse(this.text.slice(start, this.at));
    const lone = LONE.exec(value);
    if (!lone) return value;
    this.note("lone-surrogate", start, pointer, { found: `\\u${lone[0].charCodeAt(0).toString(16)}` });
    return value.replace(new RegExp(LONE, "gu"), "\ufffd");
  }

  expect(mark, word) {
    this.skip();
    if (this.text[this.at] !== mark) this.unexpected(word);
    this.at += 1;
  }

  unexpected(expected) {
    if (this.at >= this.text.length) this.stop("truncated", this.at, "", { expected });
    const found = [...this.text.slice(this.at, this.at + 40)].slice(0, 20).join("").split("\n")[0];
    this.stop("syntax", this.at, "", { expected, found: found || "control-character" });
  }

  skip() {
    this.at += this.match(SPACE)[0].length;
  }

  match(pattern) {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text);
  }

  note(code, offset, pointer, parameters) {
    this.defects.push({ code, pointer, offset, parameters });
  }

  stop(code, offset, pointer = "", parameters = {}) {
    this.note(code, offset, pointer, parameters);
    throw new Stop();
  }
}
