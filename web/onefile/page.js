"use strict";
// The page: takes files, hands them to the worker one by one, and shows what it answers. It keeps nothing and fetches
// nothing; the worker holds the library and may be ended at any time.

const WORDS = JSON.parse(document.getElementById("words").textContent);
const PARTS = ["loader", "lock", "worker", "module", "python", "library", "wasm"];
// A document that takes longer is ended. The library itself ends at 60 seconds where it can watch itself.
const LIMIT = 60;
const SEVERITIES = ["error", "warning", "info"];
const $ = (id) => document.getElementById(id);

const state = {
  language: "zh",
  worker: null,
  isReady: false,
  startSeconds: 8,
  parts: {},
  documents: [],
  // Beside the drafts: last year's report and the work plan of the year.
  beside: { last: null, plan: null },
  queue: [],
  running: null,
  version: null,
  stateKey: ["stage-unpack", {}],
};
// For the tests: what was answered, as it came, and what went wrong.
globalThis.govreport = { answers: [], failures: [], seconds: {}, limit: LIMIT };

function say(key, values = {}) {
  return WORDS[state.language][key].replace(/\{([a-z]+)\}/g, (_, name) => String(values[name] ?? ""));
}

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

function button(text, act) {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", act);
  return made;
}

function tell(key, values = {}, isWrong = false) {
  state.stateKey = [key, values, isWrong];
  $("state").textContent = say(key, values);
  $("state").classList.toggle("wrong", isWrong);
}

function progress(share) {
  $("progress").value = share;
  $("progress").hidden = share >= 100;
}

// ---------------------------------------------------------------------------------------------------- the worker

async function unpack(id) {
  const holder = $(`part-${id}`);
  const text = holder.textContent;
  // The letters take as much memory as the program: what is unpacked is not needed twice.
  holder.remove();
  let bytes;
  if (Uint8Array.fromBase64) {
    bytes = Uint8Array.fromBase64(text);
  } else {
    const letters = atob(text);
    bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

async function begin() {
  try {
    for (const [number, id] of PARTS.entries()) {
      state.parts[id] = await unpack(id);
      progress(5 + (number * 35) / PARTS.length);
    }
    start();
  } catch (error) {
    fail(error);
  }
}

function start() {
  const began = performance.now();
  const source = new TextDecoder().decode(state.parts.worker);
  state.isReady = false;
  // A worker from a blob: URL fails in silence where the page was opened from a disk.
  const worker = new Worker(`data:text/javascript;charset=utf-8,${encodeURIComponent(source)}`, { type: "module" });
  state.worker = worker;
  worker.addEventListener("error", (event) => worker === state.worker && fail(event.message || "worker"));
  worker.addEventListener("message", ({ data }) => {
    if (worker !== state.worker) return;
    if (data.kind === "stage") stage(data.stage);
    else if (data.kind === "ready") ready(data, (performance.now() - began) / 1000);
    else if (data.kind === "failed" && data.id === undefined) fail(data.message);
    else settle(data);
  });
  const { worker: _, ...parts } = state.parts;
  worker.postMessage({ kind: "start", parts });
}

function stage(name) {
  progress(name === "python" ? 45 : 75);
  if (!state.running) tell(`stage-${name}`, { seconds: Math.round(state.startSeconds) });
}

function ready(data, seconds) {
  state.isReady = true;
  state.startSeconds = Math.max(1, seconds);
  state.version = data;
  globalThis.govreport.seconds.start ??= seconds;
  globalThis.govreport.seconds.ready ??= performance.now() / 1000;
  progress(100);
  tell(state.documents.length && !state.queue.length ? "restarted" : "ready");
  choices(data.choices);
  about();
  next();
}

function fail(error) {
  const message = String(error?.message ?? error);
  globalThis.govreport.failures.push(message);
  progress(100);
  tell("failed", { message: message.slice(0, 400) }, true);
}

// ---------------------------------------------------------------------------------------------------- the queue

function ask(message, name, settled) {
  state.queue.push({ message, name, settled });
  if (state.isReady) next();
  else tell("queued", { name });
}

function next() {
  if (state.running || !state.isReady || !state.queue.length) return;
  const job = state.queue.shift();
  state.running = { ...job, id: crypto.getRandomValues(new Uint32Array(1))[0], began: performance.now() };
  const { id, message, name, began } = state.running;
  const tick = () => {
    const seconds = Math.floor((performance.now() - began) / 1000);
    if (seconds >= globalThis.govreport.limit) end(name);
    else tell("waiting", { name, seconds });
  };
  tick();
  state.running.timer = setInterval(tick, 500);
  state.worker.postMessage({ ...message, id });
}

function settle(data) {
  const job = state.running;
  if (!job || data.id !== job.id) return;
  clearInterval(job.timer);
  state.running = null;
  tell("done");
  if (data.kind === "failed") {
    globalThis.govreport.failures.push(data.message);
    tell("failed", { message: data.message.trim().split("\n").at(-1).slice(0, 400) }, true);
  } else {
    job.settled(data);
  }
  next();
}

/** End the worker with the document that it is at; what is shown stays, and what waits is taken up by the next one. */
function end(name) {
  const job = state.running;
  clearInterval(job.timer);
  state.running = null;
  state.worker.terminate();
  job.ended?.();
  const values = { name, limit: globalThis.govreport.limit, seconds: Math.round(state.startSeconds) };
  start();
  tell("ended", values, true);
  globalThis.govreport.failures.push(`ended: ${name}`);
}

// ---------------------------------------------------------------------------------------------------- documents

async function take(files) {
  for (const file of files) {
    const entry = { name: file.name, bytes: await file.arrayBuffer(), holder: element("section", { class: "document" }) };
    state.documents.push(entry);
    $("documents").append(entry.holder);
    checkAgain(entry);
  }
}

async function takeBeside(what, file) {
  state.beside[what] = file ? { name: file.name, bytes: await file.arrayBuffer() } : null;
  nameBeside(what);
  state.documents.forEach(checkAgain);
}

function nameBeside(what) {
  const taken = state.beside[what];
  $(`${what}-off`).hidden = !taken;
  $(`${what}-name`).textContent = taken ? say("taken", { name: taken.name }) : say(`drop-${what}-about`);
}

function stated() {
  const values = { organ: $("stated-organ").value.trim(), kind: $("stated-kind").value, level: $("stated-level").value };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value));
}

function checkAgain(entry) {
  entry.holder.replaceChildren(element("h2", {}, entry.name));
  const message = { kind: "check", name: entry.name, bytes: entry.bytes, language: state.language, ...state.beside, stated: stated() };
  ask(message, entry.name, ({ json, seconds }) => {
    entry.answer = JSON.parse(json);
    globalThis.govreport.answers.push({ ...entry.answer, seconds });
    show(entry, seconds);
  });
}

function choices(known) {
  for (const name of ["kind", "level"]) {
    const box = $(`stated-${name}`);
    const chosen = box.value;
    const options = known?.[name] ?? [];
    box.replaceChildren(element("option", { value: "" }, say("not-stated")), ...options.map((value) => element("option", { value }, say(`${name}-${value}`))));
    box.value = chosen;
  }
  state.choices = known;
}

// ---------------------------------------------------------------------------------------------------- what is shown

function show(entry, seconds) {
  const { answer, holder } = entry;
  const frame = answer.form === null ? null : element("iframe", { title: say("form"), sandbox: "allow-same-origin" });
  if (frame) frame.srcdoc = answer.form;
  const head = element("header", {}, element("h2", {}, entry.name), button(say("close"), () => close(entry)));
  const about = [answer.organ, answer.year].filter((part) => part !== null).join(" ");
  holder.replaceChildren(head, element("p", { class: "about" }, [about, say("took", { seconds: seconds.toFixed(1) })].filter(Boolean).join(say("comma"))));
  holder.append(verdict(answer.counts), saving(entry));
  for (const severity of SEVERITIES) group(holder, severity, answer.findings.filter((f) => f.severity === severity && f.explained === null), frame);
  group(holder, "explained", answer.findings.filter((f) => f.explained !== null), frame);
  if (answer.repairs) {
    holder.append(element("h3", {}, say("repairs")), element("p", {}, answer.repairs.head));
    if (answer.repairs.each.length) holder.append(element("ol", {}, ...answer.repairs.each.map((text) => element("li", {}, text))));
  }
  if (answer.statements.length) holder.append(statements(answer.statements));
  if (answer.tasks) holder.append(tasks(answer.tasks));
  const form = element("details", { class: "form", open: "" }, element("summary", {}, say("form")));
  form.append(frame ?? element("p", {}, say("form-none")));
  holder.append(form);
}

function verdict({ error, warning, info }) {
  const values = { errors: error, warnings: warning, infos: info };
  if (error) return element("p", { class: "verdict error" }, say(warning ? "verdict-errors" : "verdict-only-errors", values));
  if (warning) return element("p", { class: "verdict warning" }, say("verdict-warnings", values));
  return element("p", { class: "verdict" }, say(info ? "verdict-infos" : "verdict-clean", values));
}

function group(holder, name, findings, frame) {
  if (!findings.length) return;
  const list = element("ol", { class: `found ${name}` }, ...findings.map((finding) => item(finding, frame)));
  const title = `${say(`group-${name}`)}（${findings.length}）`;
  if (name === "info" || name === "explained") holder.append(element("details", {}, element("summary", {}, title), list));
  else holder.append(element("h3", { class: name }, title), list);
}

function item(finding, frame) {
  const made = element("li", {}, element("span", { class: "place" }, finding.place || say("whole")));
  if (frame && finding.pointer) made.append(button(say("jump"), () => jump(frame, finding.pointer)));
  made.append(element("span", { class: "more sentence" }, finding.sentence));
  for (const [key, text] of details(finding)) made.append(element("span", { class: "more" }, `${say(key)}${say("colon")}${text}`));
  made.append(element("code", {}, finding.code));
  return made;
}

/** Return what is known of a finding beside its sentence: by which word it is called, and what it is. */
function details(finding) {
  const place = finding.printed ?? (finding.line ? say("line", { line: finding.line }) : "");
  const known = [["explained", finding.explained], ["hint", finding.hints.join(say("comma"))], ["printed", place], ["basis", finding.basis.join(say("comma"))], ["explain", finding.explain]];
  return known.filter(([, text]) => text);
}

/** Bring the cell, or the section that holds the place, into view in the printed form. */
function jump(frame, pointer) {
  const inside = frame.contentDocument;
  let name = pointer.slice(1).replaceAll("/", ".");
  while (name && !inside.getElementById(name)) name = name.slice(0, Math.max(0, name.lastIndexOf(".")));
  const cell = inside.getElementById(name || "none");
  frame.closest("details").open = true;
  frame.scrollIntoView({ block: "center" });
  if (!cell) return;
  cell.scrollIntoView({ block: "center", inline: "center" });
  cell.animate([{ outline: "4px solid #e08a00" }, { outline: "4px solid transparent" }], { duration: 2500 });
}

function statements(all) {
  const wrong = all.filter((statement) => statement.verdict === "contradicts").length;
  const names = ["statement-figure", "statement-quote", "statement-means", "statement-verdict"];
  const row = (s) =>
    element("tr", { class: s.verdict }, element("td", {}, s.figure), element("td", {}, s.quote), element("td", {}, s.readings.join(say("comma")) || s.reason || ""), element("td", {}, say(`verdict-${s.verdict}`)));
  const order = ["contradicts", "open", "excused", "agrees", "silent"];
  const sorted = [...all].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  const table = element("table", {}, element("thead", {}, element("tr", {}, ...names.map((name) => element("th", { scope: "col" }, say(name))))), element("tbody", {}, ...sorted.map(row)));
  return element("details", wrong ? { open: "" } : {}, element("summary", {}, say("statements", { n: all.length, wrong })), element("div", { class: "scroll" }, table));
}

function tasks(found) {
  const made = element("details", { class: "tasks", open: "" }, element("summary", {}, say("tasks")));
  if (found.head === undefined) {
    made.append(element("p", {}, found.refused ?? say("tasks-none")));
    return made;
  }
  const one = (task) => element("li", {}, element("span", { class: "place" }, [task.number, task.group].filter(Boolean).join(" ")), element("span", { class: "more sentence" }, task.text ?? ""), ...task.passages.map((text) => element("span", { class: "more" }, text)));
  made.append(element("p", {}, found.head), element("p", { class: "about" }, found.about));
  for (const [name, list] of [["unmentioned", found.unmentioned], ["mentioned", found.mentioned]])
    if (list.length) made.append(element("h3", {}, `${say(`tasks-${name}`)}（${list.length}）`), element("ol", { class: "found" }, ...list.map(one)));
  return made;
}

function close(entry) {
  state.documents = state.documents.filter((other) => other !== entry);
  state.queue = state.queue.filter((job) => job.message.bytes !== entry.bytes);
  entry.holder.remove();
}

// ---------------------------------------------------------------------------------------------------- what is saved

function saving(entry) {
  const { answer } = entry;
  const made = element("p", { class: "save" }, element("span", {}, say("save")));
  made.append(button(say("save-list"), () => save(`${stem(entry.name)}.核对.html`, listing(entry), "text/html")));
  made.append(button(say("save-list-docx"), () => ask(listed(entry), entry.name, ({ bytes }) => save(`${stem(entry.name)}.核对.docx`, bytes))));
  if (answer.marked) {
    const { format, comments } = answer.marked;
    const message = { kind: "mark", bytes: entry.bytes, comments: JSON.stringify(comments) };
    made.append(button(say(`save-marked-${format}`), () => ask(message, entry.name, ({ bytes }) => save(`${stem(entry.name)}.批注.${format}`, bytes))));
  }
  for (const format of answer.formats ?? []) {
    const message = { kind: "print", json: answer.json, format, language: state.language };
    made.append(button(say(`save-${format}`), () => ask(message, entry.name, ({ bytes }) => save(`${stem(entry.name)}.标注.${format}`, bytes))));
  }
  if (answer.json !== null) made.append(button(say("save-json"), () => save(`${stem(entry.name)}.json`, answer.json, "application/json")));
  made.append(button(say("save-print"), () => print()));
  return made;
}

function stem(name) {
  return name.replace(/\.[^.]*$/, "");
}

function save(name, content, type = "application/octet-stream") {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = element("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Return what is shown of a document as a page of its own, without buttons and scripts. */
function listing(entry) {
  const copy = entry.holder.cloneNode(true);
  copy.querySelectorAll("button, .save, .form, iframe").forEach((node) => node.remove());
  copy.querySelectorAll("details").forEach((node) => node.setAttribute("open", ""));
  const made = document.implementation.createHTMLDocument(say("list-of", { name: entry.name }));
  made.documentElement.lang = state.language === "zh" ? "zh-CN" : "en";
  made.head.prepend(element("meta", { charset: "utf-8" }));
  made.head.append(element("style", {}, document.querySelector("style").textContent));
  made.body.append(element("main", {}, element("h1", {}, say("list-of", { name: entry.name })), copy));
  return `<!DOCTYPE html>\n${made.documentElement.outerHTML}`;
}

/** Return what is to be written as a Word document: the verdict, the findings by group, what mends the sums, the tasks. */
function listed(entry) {
  const { answer } = entry;
  const lines = [["text", verdict(answer.counts).textContent]];
  const groups = [...SEVERITIES.map((name) => [name, answer.findings.filter((f) => f.severity === name && f.explained === null)]), ["explained", answer.findings.filter((f) => f.explained !== null)]];
  for (const [name, findings] of groups) {
    if (findings.length) lines.push(["heading", `${say(`group-${name}`)}（${findings.length}）`]);
    for (const [number, finding] of findings.entries()) {
      lines.push(["text", `${number + 1}. ${finding.place || say("whole")}${say("colon")}${finding.sentence}`]);
      for (const [key, text] of details(finding)) lines.push(["note", `${say(key)}${say("colon")}${text}`]);
    }
  }
  if (answer.repairs) lines.push(["heading", say("repairs")], ["text", answer.repairs.head], ...answer.repairs.each.map((text, n) => ["text", `${n + 1}. ${text}`]));
  if (answer.tasks?.head) {
    lines.push(["heading", say("tasks")], ["text", answer.tasks.head], ["note", answer.tasks.about]);
    for (const task of answer.tasks.unmentioned) lines.push(["text", `${say("tasks-unmentioned")}${say("colon")}${task.text ?? ""}`]);
  }
  return { kind: "list", title: say("list-of", { name: entry.name }), lines: JSON.stringify(lines) };
}

// ---------------------------------------------------------------------------------------------------- the page itself

function about() {
  if (state.version) $("version").textContent = say("version", { version: state.version.library, python: state.version.python });
}

function speak(language) {
  state.language = language;
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = say("title");
  for (const node of document.querySelectorAll("[data-say]")) node.textContent = say(node.dataset.say);
  $("language").textContent = say("other-language");
  Object.keys(state.beside).forEach(nameBeside);
  tell(...state.stateKey);
  choices(state.choices);
  about();
  state.documents.forEach(checkAgain);
}

function dropZone(id, taken) {
  const zone = $(id);
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    taken([...event.dataTransfer.files]);
  });
  const input = zone.querySelector("input");
  input.addEventListener("change", () => {
    taken([...input.files]);
    // The same file may be chosen again once it was mended.
    input.value = "";
  });
}

$("sample-show").addEventListener("click", () => take([new File([$("sample").textContent], say("sample-name"))]));
dropZone("drop-draft", take);
for (const what of Object.keys(state.beside)) {
  dropZone(`drop-${what}`, ([file]) => file && takeBeside(what, file));
  $(`${what}-off`).addEventListener("click", () => takeBeside(what, null));
}
$("language").addEventListener("click", () => speak(state.language === "zh" ? "en" : "zh"));
$("about").addEventListener("toggle", async () => $("part-licences") && ($("licences").textContent = new TextDecoder().decode(await unpack("licences"))));
for (const name of ["organ", "kind", "level"]) $(`stated-${name}`).addEventListener("change", () => state.documents.forEach(checkAgain));
// A file dropped beside the frames would replace the page.
for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());
speak("zh");
if (typeof DecompressionStream === "undefined" || typeof WebAssembly === "undefined") tell("old-browser", {}, true);
else begin();
