// Changes against the year before that a text tells right behind a figure: written from schema/README.md ("Years").

const filled = (pattern, pieces) => pattern.replaceAll(/\{([a-z]+)\}/gu, (_, name) => `(?:${pieces[name]})`);

/** The changes told in `text` (its characters) behind a figure that ends at `end`. */
function* toldChanges(text, end, yearBefore, changes) {
  const patterns = ["first", "next"].map((name) => new RegExp(filled(changes[name] + changes.change, changes), "u"));
  const behind = (place) => text.slice(place, place + 80).join("");
  let match = patterns[0].exec(behind(end));
  if (!match || (match[1] && Number(match[1].normalize("NFKC")) !== yearBefore)) return;
  const base = match[2] === undefined ? null : BigInt(match[2].normalize("NFKC").replaceAll(",", ""));
  for (let n = 0, place = end; match && n < 2; n += 1) {
    const [more, , number, percent] = match.slice(-4);
    place += [...match[0]].length;
    const [whole, decimals = ""] = number.normalize("NFKC").replaceAll(",", "").split(".");
    const digits = BigInt(whole + decimals);
    yield { digits: more ? digits : -digits, isLess: !more, places: decimals.length, isPercentage: Boolean(percent), base };
    match = patterns[1].exec(behind(place));
  }
}

const abs = (number) => (number < 0n ? -number : number);

function isRight({ digits, isLess, places, isPercentage, base }, now, before) {
  if (base !== null && base !== before) return false;
  const moved = now - before;
  const step = 10n ** BigInt(places);
  if (!isPercentage) return digits === moved * step;
  if (moved !== 0n && moved < 0n !== isLess) return false;
  const top = abs(moved) * 100n * step;
  return [top / before, (2n * top + before) / (2n * before)].includes(abs(digits));
}

/** The first cell of each figure behind which a change is told that is not that of the two reports. */
export function wrongChanges(statements, texts, { now, before, year, changes }) {
  const sum = ({ cells, minus }, figure) => {
    const figures = [cells, minus].map((list) => list.map(figure));
    if (figures.flat().some((one) => typeof one !== "number")) return null;
    return figures.map((list) => list.reduce((all, one) => all + BigInt(one), 0n)).reduce((added, taken) => added - taken);
  };
  const found = [];
  for (const { pointer, end, kind, verdict, readings, token } of statements) {
    if (verdict !== "agrees" || !["count", "zero"].includes(kind)) continue;
    const said = kind === "zero" ? 0n : token.digits * 10n ** BigInt(token.power);
    for (const change of toldChanges([...texts(pointer)], end, year - 1, changes)) {
      const sums = readings.map((reading) => ({ reading, here: sum(reading, now), there: sum(reading, before) }));
      const isOpen = sums.some(({ reading, here, there }) => here === null || there === null || reading.relation
        || (change.isPercentage && there === 0n));
      const fits = !isOpen && sums.some(({ here, there }) => isRight(change, here, there));
      if (isOpen || fits) continue;
      const meant = sums.find(({ here }) => here === said);
      if (!meant) continue;
      found.push({ pointer: meant.reading.cells[0], before: Number(meant.there), now: Number(meant.here) });
      break;
    }
  }
  return found;
}
