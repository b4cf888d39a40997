// The page: takes files, hands them to the worker one by one, and shows what it answers (shown.js) and saves (saved.js).
// It keeps nothing and fetches nothing; the worker holds the library and may be ended at any time.

const WORDS = JSON.parse(document.getElementById("words").textContent);
const PARTS = ["loader", "lock", "worker", "module", "python", "library", "wasm"];
// A document that takes longer is ended. The library itself ends at 60 seconds where it can watch itself.
const LIMIT = 60;
const EXPLANATIONS = ".govreport.json";
const SEVERITIES = ["error", "warning", "info"];
const GROUPS = [...SEVERITIES, "explained"];
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
  // Beside each of them, by its name without the suffix: a file with explanations.
  explanations: new Map(),
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

function ask(message, name, settled, entry = null) {
  state.queue.push({ message, name, settled, entry });
  if (state.isReady) next();
  else tell("queued", { name });
}

function next() {
  if (state.running || !state.isReady || !state.queue.length) return;
  const job = state.queue.shift();
  state.running = { ...job, id: crypto.getRandomValues(new Uint32Array(1))[0], began: performance.now() };
  const { id, message, name, began } = state.running;
  const tick = () => {
    const seconds = (performance.now() - began) / 1000;
    if (seconds >= globalThis.govreport.limit) end(name);
    else tell("waiting", { name, seconds: Math.floor(seconds) });
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
  const explaining = [...files].filter((file) => file.name.endsWith(EXPLANATIONS));
  for (const file of explaining) state.explanations.set(file.name.slice(0, -EXPLANATIONS.length), { name: file.name, bytes: await file.arrayBuffer() });
  for (const file of files) {
    if (explaining.includes(file)) continue;
    const bytes = await file.arrayBuffer();
    // A file of the same name is the draft that was mended since.
    const earlier = state.documents.find((entry) => entry.name === file.name);
    if (earlier) drop(earlier);
    const entry = { name: file.name, bytes, told: earlier?.told, holder: element("section", { class: "document", tabindex: "-1" }), isNew: true };
    state.documents.push(entry);
    $("documents").prepend(entry.holder);
    checkAgain(entry);
  }
  for (const file of explaining) {
    const explained = state.documents.filter((entry) => explanationsOf(entry)?.name === file.name);
    explained.forEach(checkAgain);
    if (!explained.length) tell("explanations-first", { name: file.name });
  }
  crowd();
}

/** Return the file with explanations that belongs to a document, by its name. */
function explanationsOf(entry) {
  return state.explanations.get(entry.name.replace(/\.[^.]*$/, "")) ?? null;
}

async function takeBeside(what, file) {
  state.beside[what] = file ? { name: file.name, bytes: await file.arrayBuffer() } : null;
  nameBeside(what);
  state.documents.forEach(checkAgain);
}

/** Return what a document is held against as last year's: what was put in as such, or else a draft that is just that. */
function lastFor(entry) {
  if (state.beside.last) return state.beside.last;
  const { organ, year } = entry.answer ?? {};
  if (!organ) return null;
  return state.documents.find((other) => other.answer?.organ === organ && other.answer.year === year - 1) ?? null;
}

/** Check again whatever was not held against the report that it is to be held against by now. */
function pair() {
  for (const entry of state.documents) {
    const last = entry.answer ? lastFor(entry) : null;
    // This year's draft is what is worked at.
    if (last?.holder && last.holder.compareDocumentPosition(entry.holder) & Node.DOCUMENT_POSITION_FOLLOWING) {
      last.holder.before(entry.holder);
      entry.holder.scrollIntoView({ block: "start" });
    }
    if (entry.answer && entry.heldAgainst !== (last?.bytes ?? null)) {
      // Where both years came at once, nobody has seen what was told of one alone.
      if (last?.holder) entry.told = undefined;
      checkAgain(entry);
    }
  }
}

/** Put last year's report and a draft that were taken for each other where they belong. */
async function swap(entry) {
  const { name, bytes } = state.beside.last;
  state.beside.last = { name: entry.name, bytes: entry.bytes };
  drop(entry);
  nameBeside("last");
  await take([new File([bytes], name)]);
}

function nameBeside(what) {
  const taken = state.beside[what];
  $(`${what}-off`).hidden = !taken;
  const [organ, year] = what === "last" && taken?.read ? [taken.read.organ, taken.read.year] : [];
  const key = organ ? "taken-read" : state.documents.length || what !== "last" ? "taken" : "taken-first";
  $(`${what}-name`).textContent = taken ? say(key, { name: taken.name, organ, year }) : say(`drop-${what}-about`);
}

function stated() {
  const values = { organ: $("stated-organ").value.trim(), kind: $("stated-kind").value, level: $("stated-level").value };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value));
}

function checkAgain(entry) {
  // What waits for an older question of the same document is not asked any more.
  state.queue = state.queue.filter((job) => job.entry !== entry);
  if (!entry.answer) entry.holder.replaceChildren(element("h2", {}, entry.name));
  const last = lastFor(entry);
  const held = last && { name: last.name, bytes: last.bytes };
  entry.heldAgainst = held?.bytes ?? null;
  const message = { kind: "check", name: entry.name, bytes: entry.bytes, language: state.language, last: held, plan: state.beside.plan, explanations: explanationsOf(entry), stated: stated() };
  const settled = ({ json, seconds }) => {
    if (!state.documents.includes(entry)) return;
    entry.answer = JSON.parse(json);
    globalThis.govreport.answers.push({ ...entry.answer, seconds });
    if (state.beside.last) state.beside.last.read = entry.answer.last;
    nameBeside("last");
    show(entry, seconds);
    if (entry.isNew || entry.holder.querySelector(".new")) {
      entry.holder.scrollIntoView({ block: "start" });
      // Who has no mouse goes on from here.
      entry.holder.focus({ preventScroll: true });
    }
    entry.isNew = false;
    pair();
  };
  ask(message, entry.name, settled, entry);
}

function drop(entry) {
  state.documents = state.documents.filter((other) => other !== entry);
  state.queue = state.queue.filter((job) => job.entry !== entry);
  entry.holder.remove();
}

/** Leave less room to what was put in once there is something to show. */
function crowd() {
  document.body.classList.toggle("crowded", state.documents.length > 0);
}

function close(entry) {
  drop(entry);
  crowd();
  pair();
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
