// Repair hints: the smallest changes of figures that mend failed equations and break nothing.

import { FAILS, HOLDS, settle, sum } from "./arithmetic.js";

const LARGEST = 999_999_999_999;

/** Every repair of the failed equations among `weighed`, the best first; a hint names the findings that it mends. */
export function propose(sheet, weighed) {
  const uses = new Map();
  for (const one of weighed) {
    for (const { pointer } of [...one.left, ...one.right]) uses.set(pointer, [...(uses.get(pointer) ?? []), one]);
  }
  const steps = new Map([...candidates(weighed, uses)].map((candidate) => [JSON.stringify(candidate), candidate]));
  const order = (hint) => hint.changes.map((change) => sheet.form.orders.get(change.pointer));
  return [...steps.values()]
    .map((candidate) => attempt(candidate, uses, sheet))
    .filter(Boolean)
    .sort(
      (a, b) =>
        b.mends.length - a.mends.length ||
        a.changes.length - b.changes.length ||
        order(a)[0] - order(b)[0] ||
        (order(a)[1] ?? 0) - (order(b)[1] ?? 0),
    );
}

/** What each figure of a failed equation would have to gain, alone or along with the total of its row. */
function* candidates(weighed, uses) {
  for (const { instance, left, right, verdict } of weighed) {
    if (instance.rule.kind !== "equation" || verdict !== FAILS) continue;
    const lacking = sum(right) - sum(left);
    for (const [side, step] of [[left, lacking], [right, -lacking]]) {
      for (const { pointer } of side) {
        yield [[pointer, step]];
        for (const { instance: other } of uses.get(pointer)) {
          if (other.rule.paired && pointer !== other.at) yield [[pointer, step], [other.at, step]];
        }
      }
    }
  }
}

function attempt(steps, uses, sheet) {
  const after = new Map();
  const changes = [];
  for (const [pointer, step] of steps) {
    const before = sheet.undivided.get(pointer) ?? sheet.figures.get(pointer) ?? null;
    const then = (before ?? 0) + step;
    if (then > LARGEST || then < (sheet.form.cells.get(pointer) === "change" ? -LARGEST : 0)) return null;
    after.set(pointer, then);
    changes.push({ pointer, before, after: then });
  }
  const changed = (side) => side.map((term) => (after.has(term.pointer) ? { ...term, figure: after.get(term.pointer) } : term));
  const mends = [];
  for (const one of new Set(steps.flatMap(([pointer]) => uses.get(pointer) ?? []))) {
    const verdict = settle(one.instance.rule.relation ?? "=", changed(one.left), changed(one.right));
    if (verdict === FAILS && one.verdict !== FAILS) return null;
    if (verdict === HOLDS && one.verdict === FAILS) mends.push(`${one.instance.rule.id} ${one.instance.at}`);
  }
  return mends.length ? { changes, mends } : null;
}
