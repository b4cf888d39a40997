// node web/src/evaluate.js: reads {documents, layouts, organs, slips, asked, verdicts} as JSON, prints {findings, verdicts}: of each document
// asked (its bytes in base64) what the checks find, of each case of the truth table its verdict.

import { readFileSync } from "node:fs";
import { settle } from "./arithmetic.js";
import { Checker } from "./check.js";

const { documents, layouts, organs, slips, asked = [], verdicts = [] } = JSON.parse(readFileSync(0, "utf8"));
const checker = new Checker(layouts, documents, organs, slips);
const term = (figure) =>
  typeof figure === "number" ? { figure } : { figure: null, doubtful: figure.includes("doubtful"), signed: figure.includes("signed") };
console.log(
  JSON.stringify({
    findings: asked.map((bytes) => checker.check(new Uint8Array(Buffer.from(bytes, "base64"))).findings),
    verdicts: verdicts.map(({ relation, left, right }) => settle(relation, left.map(term), right.map(term))),
  }),
);
