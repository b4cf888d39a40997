// What is sound of a report whose structure is not: the rules are asked of it, and of the rest nothing is known.

import { valueAt } from "./form.js";
import { Decimal, escapeToken } from "./reading.js";

const ABOUT = ["marks", "undivided", "notes", "explanations"];
const NOTHING_SAID = { pointer: "", mark: "blank", value: 0, label: "", rule: "", text: "" };

/** Places of a report that are unknown, with all below them. */
export class Unknown {
  constructor(places = []) {
    this.places = new Set(places);
    this.holders = new Set(places.flatMap((place) => [...above(place)].slice(1)));
  }

  get isEmpty() {
    return this.places.size === 0;
  }

  /** Whether something at a place is unknown: the place, all around it, or a part of what it holds. */
  touches(pointer) {
    return this.holders.has(pointer) || [...above(pointer)].some((place) => this.places.has(place));
  }
}

/** A place and all that hold it, the document among them. */
function* above(pointer) {
  for (let place = pointer; place; place = place.slice(0, place.lastIndexOf("/"))) yield place;
  yield "";
}

/**
 * Return {report, unknown, entries}: what is sound of a report with these defects of structure, and the entries about it that have one.
 * Its tables are whole: a cell that is unknown is null.
 */
export function salvage(form, report, defects) {
  const wrong = defects.filter((d) => !["missing-member", "unknown-member"].includes(d.code)).map((d) => d.pointer);
  const lacking = defects.filter((d) => d.code === "missing-member").map((d) => `${d.pointer}/${escapeToken(d.parameters.member)}`);
  const dropped = new Set([...wrong, ...defects.filter((d) => d.code === "unknown-member").map((d) => d.pointer)]);
  const places = [...wrong, ...lacking];
  const entries = new Set(places.filter(isInEntry).map((place) => place.split("/").slice(0, 3).join("/")));
  const unknown = withCells(form, report, new Unknown(places.filter((place) => !isAbout(place))), entries, new Set(places));
  const sound = without(report, "", dropped);
  for (const entry of entries) {
    const [, name, number] = entry.split("/");
    if (name in sound) sound[name][Number(number)] = NOTHING_SAID;
  }
  for (const cell of form.cells.keys()) {
    if (unknown.touches(cell)) setNull(sound, cell.split("/").slice(1));
  }
  return { report: sound, unknown, entries };
}

const isAbout = (place) => ABOUT.includes(place.split("/")[1]);
const isInEntry = (place) => isAbout(place) && place.split("/").length > 2;

/** What is unknown together with the amounts whose unit is, and the null cells of which an entry with a defect speaks. */
function withCells(form, report, unknown, entries, places) {
  const ofUnits = [...form.cells.keys()].filter((cell) => {
    const unit = `${cell.slice(0, cell.lastIndexOf("/"))}/unit`;
    return form.cells.get(cell) === "amount" && form.has(unit) && unknown.touches(unit);
  });
  const ofEntries = [...entries].flatMap((entry) => {
    const [, name, number] = entry.split("/");
    if (!["marks", "undivided"].includes(name) || places.has(`${entry}/pointer`)) return [];
    const pointer = report[name][Number(number)]?.pointer;
    if (typeof pointer !== "string") return [];
    return (name === "marks" ? [pointer] : form.group(pointer)).filter((cell) => form.cells.has(cell) && valueAt(report, cell) === null);
  });
  return new Unknown([...unknown.places, ...ofUnits, ...ofEntries]);
}

/** A copy of a value without some of its places. */
function without(value, pointer, dropped) {
  if (Array.isArray(value)) {
    return value.map((item, n) => (dropped.has(`${pointer}/${n}`) ? {} : without(item, `${pointer}/${n}`, dropped)));
  }
  if (value === null || typeof value !== "object" || value instanceof Decimal) return value;
  const members = Object.entries(value).map(([name, member]) => [name, member, `${pointer}/${escapeToken(name)}`]);
  return Object.fromEntries(
    members.filter(([, , place]) => !dropped.has(place)).map(([name, member, place]) => [name, without(member, place, dropped)]),
  );
}

function setNull(holder, names) {
  for (const name of names.slice(0, -1)) {
    if (!Object.hasOwn(holder, name)) holder[name] = {};
    holder = holder[name];
  }
  holder[names.at(-1)] = null;
}
