// Reads reports, one a line, and prints what each figure of their texts is taken to mean: `node tell.mjs SCHEMA < reports`.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadStatements, readStatements } from "./index.mjs";

const load = (name) => JSON.parse(readFileSync(join(process.argv[2], name), "utf8"));
const [words, slips] = [load("statements/words.json"), load("slips.json")];
const layouts = new Map();

function layoutOf(name) {
  if (!layouts.has(name)) {
    const [schema, statements] = [load(`${name}/report.schema.json`), load(`${name}/statements.json`)];
    layouts.set(name, loadStatements({ schema, words, statements, slips }));
  }
  return layouts.get(name);
}

const reading = ({ cells, minus = [], base = [], relation = "=" }) => [cells, minus, base].map((one) => [...one].sort()).concat(relation);
for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const report = JSON.parse(line);
  const told = readStatements(report, layoutOf(report.layout), { groupOf: new Map() }).flat();
  console.log(JSON.stringify(told.map((one) => ({
    pointer: one.pointer, start: one.start, end: one.end, readings: one.readings.map(reading),
    reason: one.reason ?? null, certain: one.isCertain, scope: one.scope,
  }))));
}
