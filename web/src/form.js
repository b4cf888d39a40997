// What the checks ask of a layout: its places in the order of print, its cells and their groups.

export class Form {
  constructor(id, data) {
    Object.assign(this, { id, ...data });
    this.pointers = Object.keys(data.kinds);
    this.orders = new Map(this.pointers.map((pointer, order) => [pointer, order]));
    this.cells = new Map(data.cells.map((pointer) => [pointer, data.kinds[pointer]]));
    this.sectionNames = new Set(data.sections);
  }

  has(pointer) {
    return this.orders.has(pointer);
  }

  below(pointer) {
    return this.pointers.filter((other) => other.startsWith(pointer + "/"));
  }

  /** The cells of a group; none where the place is no group of two or more cells and nothing else. */
  group(pointer) {
    if (this.kinds[pointer] !== "object") return [];
    const inner = this.below(pointer);
    const leaves = inner.filter((leaf) => !inner.some((other) => other.startsWith(leaf + "/")));
    return leaves.length > 1 && leaves.every((leaf) => this.cells.has(leaf)) ? leaves : [];
  }

  /** Whether a pointer leads to a place that is printed: a section, or anything inside one. */
  isPrinted(pointer) {
    return this.has(pointer) && this.sectionNames.has(pointer.split("/")[1]);
  }

  /** Compare two pointers by the order of print; below a fixed place list items go by number. */
  compare(one, other) {
    const [left, right] = [this.key(one), this.key(other)];
    if (left.order !== right.order) return left.order - right.order;
    for (let n = 0; n < Math.min(left.rest.length, right.rest.length); n += 1) {
      const [a, b] = [left.rest[n], right.rest[n]];
      if (a === b) continue;
      const numbers = [a, b].map((token) => /^[0-9]+$/.test(token));
      if (numbers[0] && numbers[1]) return Number(a) - Number(b);
      if (numbers[0] !== numbers[1]) return numbers[0] ? -1 : 1;
      return a < b ? -1 : 1;
    }
    return left.rest.length - right.rest.length;
  }

  key(pointer) {
    let known = pointer;
    while (!this.orders.has(known)) known = known.slice(0, known.lastIndexOf("/"));
    return { order: this.orders.get(known), rest: pointer.slice(known.length).split("/").slice(1) };
  }
}

/** The value at a pointer, undefined where there is none. */
export function valueAt(report, pointer) {
  let value = report;
  for (const name of pointer.split("/").slice(1)) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}
