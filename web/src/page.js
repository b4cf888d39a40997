// The page: a file dropped or chosen is checked here, shown as the printed form, and told of in words.

import { settle } from "./arithmetic.js";
import { Checker } from "./check.js";
import { Decimal } from "./reading.js";
import { valueAt } from "./form.js";
import { Wording } from "./wording.js";

const data = globalThis.govreport;
const checker = new Checker(data.layouts, data.documents);
const wording = new Wording(data.messages);
const CHINESE = /((?:\p{sc=Han}|[（）〔〕、，。])+)/u;
const SEVERITIES = ["error", "warning", "info"];

// For the tests: what the page does, without the page.
globalThis.govreportCheck = { check: (bytes) => checker.check(bytes), settle, sentence: (finding) => wording.sentence(finding) };

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Return a text as pieces that say where they are Chinese. */
function mixed(text) {
  if (data.language === "zh") return [text];
  return text.split(CHINESE).map((piece, n) => (n % 2 ? element("span", { lang: "zh-CN" }, piece) : piece));
}

function say(key, values = {}) {
  const template = data.words[key] ?? data.messages.phrases[key];
  return template.replace(/\{([a-z]+)\}/g, (_, name) => String(values[name] ?? wording.word("blank")));
}

function placeName(form, pointer) {
  if (!pointer || !form) return say("check-where");
  let known = pointer;
  while (!form.has(known)) known = known.slice(0, known.lastIndexOf("/"));
  return (form.names[known] || "") + pointer.slice(known.length);
}

function cellId(pointer) {
  return "cell" + pointer.replaceAll("/", ".");
}

function show(name, bytes) {
  const { form, report, findings, isElsewhere } = checker.check(bytes);
  const numbered = findings.map((finding, n) => ({ ...finding, number: n + 1 }));
  const printed = report !== null && findings.every((finding) => finding.code !== "rules-not-checked");
  const summary = document.getElementById("check-summary");
  summary.replaceChildren(element("b", {}, name), " ", isElsewhere && !findings.length ? say("check-elsewhere") : summarize(findings));
  summary.className = findings.some((finding) => finding.severity === "error") ? "has-errors" : "";
  document.getElementById("check-findings").replaceChildren(...list(form, numbered));
  document.getElementById("check-form").replaceChildren(...(printed ? print(form, report, numbered) : []));
  summary.focus();
}

function summarize(findings) {
  if (!findings.length) return say("check-clean");
  const counts = SEVERITIES.map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length]);
  return say("check-counts", Object.fromEntries(counts));
}

function list(form, findings) {
  const items = (wanted) => element("ul", { class: "found" }, ...findings.filter(wanted).map((finding) => item(form, finding)));
  const isRemark = (finding) => finding.severity === "info";
  const made = [items((finding) => !isRemark(finding))];
  const remarks = findings.filter(isRemark);
  if (remarks.length) {
    const head = element("summary", {}, `${wording.word("info")} (${remarks.length})`);
    made.push(element("details", remarks.length === findings.length ? { open: "" } : {}, head, items(isRemark)));
  }
  return made;
}

function item(form, finding) {
  const { code, number, parameters, pointer, severity } = finding;
  const colon = wording.word("label-colon");
  const name = placeName(form, pointer);
  const place = element(...(form?.cells.has(pointer) ? ["a", { href: `#${cellId(pointer)}` }] : ["span", {}]), ...mixed(name));
  const made = element("li", { id: `found-${number}`, class: severity });
  made.append(`※${number} `, element("b", {}, wording.word(severity)), " ", place, colon, ...mixed(wording.sentence(finding)));
  if (parameters.expected !== undefined && parameters.actual !== undefined) {
    made.append(say("aside", { text: say("expected-actual", parameters) }));
  }
  made.append(" ");
  if (finding.line) made.append(`${say("check-line", { line: finding.line })} `);
  made.append(element("a", { href: data.addresses[code] }, element("code", {}, code)));
  if (finding.explained) made.append(element("br"), wording.word("explained"), colon, finding.explained);
  else if (data.messages.codes[code].hint) made.append(element("br"), wording.word("hint"), colon, data.messages.codes[code].hint);
  return made;
}

function print(form, report, findings) {
  const marked = findings.filter((finding) => finding.severity !== "info");
  const head = [report.title ?? `${report.organ.name}${report.year}`];
  return [element("h2", { lang: "zh-CN" }, ...head), ...form.sections.flatMap((name) => section(form, report, name, marked))];
}

function section(form, report, name, findings) {
  const here = findings.filter((finding) => finding.pointer === "/" + name);
  if (report[name] === undefined) return [];
  const heading = element("h3", { id: cellId("/" + name) }, ...mixed(form.names["/" + name]), ...here.map(marker));
  if (!(name in form.tables)) {
    return [heading, ...report[name].split("\n").map((paragraph) => element("p", { lang: "zh-CN" }, paragraph))];
  }
  const holder = element("div");
  holder.innerHTML = form.tables[name];
  for (const cell of holder.querySelectorAll("[data-pointer]")) fill(cell, form, report, findings);
  for (const group of report.undivided ?? []) join(holder, form, group, findings);
  return [heading, ...holder.childNodes];
}

function marker({ number }) {
  return element("sup", {}, element("a", { href: `#found-${number}` }, `※${number}`));
}

function fill(cell, form, report, findings) {
  const { pointer } = cell.dataset;
  const figure = valueAt(report, pointer);
  const mark = (report.marks ?? []).find((other) => other.pointer === pointer);
  cell.id = cellId(pointer);
  cell.append(figure === null ? mark?.printed ?? data.signs[mark?.mark] ?? "" : figure instanceof Decimal ? figure.text : String(figure));
  point(cell, findings.filter((finding) => finding.pointer === pointer));
}

function point(cell, findings) {
  if (!findings.length) return;
  cell.classList.add(findings.some((finding) => finding.severity === "error") ? "failing" : "doubtful");
  cell.append(...findings.map(marker));
}

/** Print a figure that stands for several cells once: in the cells joined where they lie below each other. */
function join(holder, form, { pointer, value }, findings) {
  const cells = form.group(pointer).map((cell) => holder.querySelector(`[data-pointer="${cell}"]`)).filter(Boolean);
  if (!cells.length) return;
  const [first, ...others] = cells;
  first.replaceChildren(String(value));
  first.id = cellId(pointer);
  first.title = form.names[pointer];
  const columns = new Set(form.group(pointer).map((cell) => cell.slice(pointer.length).split("/").length));
  const rows = cells.map((cell) => cell.parentElement.rowIndex);
  const isColumn = columns.size === 1 && rows.every((row, n) => n === 0 || row === rows[n - 1] + 1);
  if (isColumn) {
    first.rowSpan = cells.length;
    for (const cell of others) cell.remove();
  } else {
    for (const cell of others) cell.replaceChildren("〃");
  }
  point(first, findings.filter((finding) => finding.pointer === pointer));
}

async function take(files) {
  const [file] = files;
  if (!file) return;
  try {
    show(file.name, new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    document.getElementById("check-summary").replaceChildren(`${say("drop-failed")} ${error}`);
  }
}

const zone = document.getElementById("check-drop");
if (zone) {
  document.getElementById("check-file").addEventListener("change", (event) => take(event.target.files));
  for (const type of ["dragenter", "dragover"]) {
    zone.addEventListener(type, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
  }
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    take(event.dataTransfer.files);
  });
  document.getElementById("check-sample").addEventListener("click", () => {
    show(data.sample.name, new TextEncoder().encode(data.sample.text));
  });
}
