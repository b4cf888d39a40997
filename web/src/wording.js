// Findings in the reader's language, filled in as schema/README.md says; the sentences are those of schema/messages.

export class Wording {
  constructor({ codes, words }) {
    this.codes = codes;
    this.words = words;
  }

  sentence({ code, parameters }) {
    return this.codes[code].sentence.replace(/\{([a-z_]+)(?::([a-z]+))?\}/g, (_, name, how) => {
      const value = parameters[name];
      if (how === "word") return [value].flat().map((key) => this.word(key)).join(this.word("or"));
      if (how === "count") return String(value.length);
      if (how === "title") return this.title(value);
      return String(value);
    });
  }

  title(code) {
    return this.codes[code].title;
  }

  word(key) {
    return this.words[key] ?? String(key);
  }
}
