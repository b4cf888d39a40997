// Sums of figures and their relations, in which a blank is an unknown figure.

export const HOLDS = "holds";
export const FAILS = "fails";
export const OPEN = "open";

/** The truth table of schema/README.md: a blank is any figure from 0 up, or any at all where it is signed. */
export function settle(relation, left, right) {
  const difference = sum(left) - sum(right);
  const isBlank = (term) => term.figure === null;
  const isOpenEnded = (term) => isBlank(term) && term.signed;
  const rises = left.some(isBlank) || right.some(isOpenEnded);
  const falls = right.some(isBlank) || left.some(isOpenEnded);
  if (difference < 0 && relation !== "<=") return rises ? OPEN : FAILS;
  if (difference > 0 && relation !== ">=") return falls ? OPEN : FAILS;
  return [...left, ...right].some((term) => isBlank(term) && term.doubtful) ? OPEN : HOLDS;
}

export function sum(side) {
  return side.reduce((total, term) => total + (term.figure ?? 0), 0);
}

/** The figures of a sum: cells, or the group whose figure is printed undivided. */
export function terms(cells, sheet) {
  const found = new Map();
  for (const cell of cells) {
    const group = sheet.covered.get(cell);
    const isWhole = group !== undefined && sheet.form.group(group).every((other) => cells.includes(other));
    found.set(isWhole ? group : cell, {
      pointer: isWhole ? group : cell,
      figure: isWhole ? sheet.undivided.get(group) : sheet.figures.get(cell),
      doubtful: sheet.doubtful.has(cell),
      signed: sheet.form.cells.get(cell) === "change",
    });
  }
  return [...found.values()];
}
