// What the name of an organ proves of its kind and level, as the section on organs.json in schema/README.md says.

const LEVELS = ["state", "province", "city", "county", "township"];

export function loadOrgans(data) {
  const known = new Map(data.names.flatMap((entry) => entry.names.map((name) => [name, entry])));
  const endings = data.places.flatMap((entry) => entry.endings.map((ending) => [ending, entry]));
  const bodies = data.bodies.flatMap((entry) => entry.endings.map((ending) => [ending, entry]));
  return { data, known, endings, bodies };
}

const longest = (found) => found.reduce((best, one) => (one[0].length > (best?.[0].length ?? -1) ? one : best), undefined);

/** The kinds and levels that a name leaves possible. */
export function infer(name, { data, known, endings, bodies }) {
  let text = [...name].slice(0, 200).join("").normalize("NFKC").replace(/\s+/gu, "");
  const branch = longest(data.branches.filter((one) => text.startsWith(one) && text !== one).map((one) => [one]));
  if (branch) text = text.slice(branch[0].length);
  if (data.state.names.includes(text)) return { kinds: data.state.kind, levels: data.state.level };
  const [ending, body] = longest(bodies.filter(([one]) => text.endsWith(one) && text !== one)) ?? ["", undefined];
  const front = text.slice(0, text.length - ending.length);
  const places = placesOf(front, { data, known, endings });
  const last = places.at(-1);
  const isWhole = last !== undefined && last.end === front.length;
  if (!body) return isWhole ? { kinds: last.entry.kind, levels: last.levels } : { kinds: [], levels: [] };
  if (body.level) return { kinds: body.kind, levels: body.level };
  return { kinds: body.kind, levels: last && (isWhole || !body.direct) ? last.levels : [] };
}

function placesOf(text, organs) {
  const places = [];
  for (let start = 0, highest = -1; ;) {
    const place = placeAt(text, start, organs);
    if (!place) return places;
    const isZone = place.entry.kind.length === 1 && place.entry.kind[0] === "other";
    const levels = place.entry.level.filter((level) => LEVELS.indexOf(level) >= highest + (isZone ? 0 : 1));
    if (!levels.length) return places;
    places.push({ ...place, levels });
    [start, highest] = [place.end, LEVELS.indexOf(levels[0])];
  }
}

function placeAt(text, start, { data, known, endings }) {
  for (let end = text.length; end > start; end -= 1) {
    const entry = known.get(text.slice(start, end));
    if (entry) return { end, entry };
  }
  const taken = new Set();
  for (const word of data.no_places) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      for (let n = at; n < at + word.length; n += 1) taken.add(n);
    }
  }
  for (let end = start + 2; end <= text.length; end += 1) {
    const piece = text.slice(start, end);
    const found = longest(endings.filter(([one]) => piece.endsWith(one) && (piece.length > one.length || piece.length >= 3)));
    if (!found) continue;
    const isTownship = found[1].level.length === 1 && found[1].level[0] === "township";
    if (taken.has(end - 1) && !(isTownship && end === text.length)) continue;
    if (isTownship && ["市", "县", "区"].includes(text[end]) && !taken.has(end)) continue;
    return { end, entry: found[1] };
  }
  return undefined;
}
