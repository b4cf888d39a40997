// Stands before the theme's script of the search, and cuts what is asked in Chinese into the words of the index.
//
// The theme cuts it, too, but never sees a word at the very end (mkdocs-material 9.8), and a page with any of the words
// will do. Here a sign behind each word lets the theme see it, and all words are asked for where some page has them all.
{
  const HAN = /\p{sc=Han}+/gu;
  const OPERATOR = /["*+\-:^~]/;
  // A character that no word has.
  const END = "\u3400";
  let pages = [];
  let words = new Set();

  const learn = (docs) => {
    pages = docs.map(({ title, text }) => `${title}\n${text}`.replaceAll("\u200b", " "));
    words = new Set(pages.flatMap((page) => page.match(HAN) ?? []));
  };

  /** Return the words of the index that make up a text, the longest first each time; null where there are none. */
  const cut = (text) => {
    const found = [];
    for (let rest = text; rest; rest = rest.slice(found.at(-1).length)) {
      let length = rest.length;
      while (length && !words.has(rest.slice(0, length))) length -= 1;
      if (!length) return null;
      found.push(rest.slice(0, length));
    }
    return found;
  };

  const ask = (text) => {
    const found = cut(text);
    if (found === null) return text;
    const together = pages.some((page) => found.every((word) => page.includes(word)));
    return found.map((word) => (together ? `+${word}${END}*` : word + END)).join(" ");
  };

  addEventListener("message", ({ data }) => {
    if (data.type === 0) learn(data.data.docs);
    if (data.type === 2 && !OPERATOR.test(data.data)) data.data = data.data.replace(HAN, ask);
  });
}
