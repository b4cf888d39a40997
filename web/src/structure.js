// The structure of a document, asked of the JSON Schema of its layout; figures are judged exactly beside it.

import Ajv2020 from "ajv/dist/2020.js";
import { Decimal, cut, escapeToken } from "./reading.js";

const CODES = {
  type: "wrong-type",
  const: "not-allowed-value",
  enum: "not-allowed-value",
  pattern: "wrong-form",
  minLength: "wrong-length",
  maxLength: "wrong-length",
  minItems: "wrong-length",
  maxItems: "wrong-length",
  minimum: "out-of-range",
  maximum: "out-of-range",
};
// Of several keywords at one place the first here says most.
const SPEAKING = Object.keys(CODES);
const MOST_DECIMALS = 6;

/** Return the structural findings of a document that declares this layout. */
export function checkStructure(form, report) {
  const decimals = [];
  form.validate ??= new Ajv2020({ allErrors: true, strict: false, verbose: true, validateFormats: false }).compile(form.schema);
  form.validate(plain(report, "", decimals));
  const findings = decimals.map(([pointer, decimal]) => judge(form, pointer, decimal)).filter(Boolean);
  const told = new Set(findings.map((finding) => finding.pointer));
  const rank = (error) => SPEAKING.indexOf(error.keyword);
  for (const error of (form.validate.errors ?? []).toSorted((a, b) => rank(a) - rank(b))) {
    const place = error.instancePath;
    if (error.keyword === "required") {
      findings.push(finding("missing-member", place, { member: error.params.missingProperty }));
    } else if (error.keyword === "additionalProperties") {
      const name = error.params.additionalProperty;
      findings.push(finding("unknown-member", `${place}/${escapeToken(name)}`, { member: cut(name) }));
    } else if (!told.has(place)) {
      told.add(place);
      findings.push(departure(error));
    }
  }
  return findings;
}

export function typeName(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (value instanceof Decimal || typeof value === "bigint") return "number";
  return typeof value;
}

function finding(code, pointer, parameters) {
  return { code, severity: "error", pointer, parameters };
}

function departure({ keyword, instancePath: place, data, parentSchema: schema }) {
  const code = CODES[keyword];
  if (code === "wrong-type") return finding(code, place, { expected: [schema.type].flat(), found: typeName(data) });
  if (code === "not-allowed-value") {
    return finding(code, place, { allowed: (schema.enum ?? [schema.const]).map(shown), found: shown(data) });
  }
  if (code === "wrong-form") return finding(code, place, { found: cut(data) });
  if (code === "wrong-length") {
    return finding(code, place, {
      length: typeof data === "string" ? [...data].length : data.length,
      minimum: schema.minLength ?? schema.minItems ?? 0,
      maximum: schema.maxLength ?? schema.maxItems ?? null,
    });
  }
  return outside(place, schema, keyword, data);
}

function outside(place, schema, keyword, figure) {
  if (keyword === "minimum" && schema.minimum === 0) return finding("negative-figure", place, { found: cut(figure) });
  return finding("out-of-range", place, { found: cut(figure), minimum: schema.minimum, maximum: schema.maximum });
}

function shown(value) {
  return typeof value === "string" || typeof value === "number" ? cut(value) : typeName(value);
}

/** The same value as a validator takes it: decimals, which are judged here, are 0, and `extensions` are not its matter. */
function plain(value, pointer, decimals) {
  if (value instanceof Decimal) {
    decimals.push([pointer, value]);
    return 0;
  }
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map((item, n) => plain(item, `${pointer}/${n}`, decimals));
  if (value === null || typeof value !== "object") return value;
  const members = Object.entries(value).map(([name, member]) => {
    const isFree = pointer === "" && name === "extensions" && typeName(member) === "object";
    return [name, isFree ? {} : plain(member, `${pointer}/${escapeToken(name)}`, decimals)];
  });
  return Object.fromEntries(members);
}

function judge(form, pointer, decimal) {
  const schema = schemaAt(form.schema, pointer);
  const types = [schema.type ?? []].flat();
  const found = { found: cut(decimal) };
  if (types.includes("integer")) return finding("fractional-count", pointer, found);
  if (!types.includes("number")) return null;
  const [, digits = ""] = decimal.text.split(".");
  if (/[eE]/.test(decimal.text) || digits.length > MOST_DECIMALS) return finding("too-many-decimals", pointer, found);
  const whole = BigInt(decimal.text.split(".")[0]);
  const isNegative = decimal.toString().startsWith("-");
  if (isNegative && BigInt(schema.minimum) >= 0n) return outside(pointer, schema, "minimum", decimal);
  const isOver = whole > BigInt(schema.maximum) || (whole === BigInt(schema.maximum) && /[1-9]/.test(digits));
  return isOver ? outside(pointer, schema, "maximum", decimal) : null;
}

function schemaAt(root, pointer) {
  let schema = root;
  for (const token of pointer.split("/").slice(1)) {
    schema = (schema.type === "array" ? schema.items : schema.properties?.[token]) ?? {};
    if (schema.$ref) schema = { ...root.$defs[schema.$ref.split("/").at(-1)], ...schema };
  }
  return schema;
}
