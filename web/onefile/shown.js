"use strict";
// ---------------------------------------------------------------------------------------------------- what is shown

function show(entry, seconds) {
  const { answer, holder } = entry;
  const frame = answer.form === null ? null : element("iframe", { title: say("form"), sandbox: "allow-same-origin" });
  if (frame) {
    frame.srcdoc = answer.form;
    frame.addEventListener("load", () => mark(frame.contentDocument, answer));
  }
  const head = element("header", {}, element("h2", {}, entry.name), button(say("close"), () => close(entry)));
  const about = [answer.organ, answer.year].filter((part) => part !== null).join(" ");
  const took = element("span", { class: "took" }, say("took", { seconds: seconds.toFixed(1) }));
  holder.replaceChildren(head, element("p", { class: "about" }, about, about ? say("comma") : "", took));
  holder.append(verdict(answer.counts), ...beside(entry), saving(entry));
  if (answer.repairs) holder.append(repairs(answer.repairs, frame));
  for (const severity of SEVERITIES) group(holder, severity, answer.findings.filter((f) => f.severity === severity && f.explained === null), frame);
  group(holder, "explained", answer.findings.filter((f) => f.explained !== null), frame);
  if (answer.statements.length) holder.append(statements(answer.statements));
  if (answer.tasks) holder.append(tasks(answer.tasks));
  const form = element("details", { class: "form", open: "" }, element("summary", {}, say("form")));
  form.append(frame ?? element("p", {}, say("form-none")));
  holder.append(form);
}

/** Return what the document was held against, and whether that is the report of the year before. */
function beside(entry) {
  const { answer } = entry;
  if (!answer.last) return [];
  const { organ, year } = answer.last;
  const isAfter = answer.year !== null && year >= answer.year;
  const isRight = year === answer.year - 1 && organ === answer.organ;
  const key = isRight ? "held" : isAfter ? "held-after" : "held-other";
  const made = element("p", { class: isRight ? "about" : "verdict warning" }, say(key, { organ, year, own: answer.year ?? "" }));
  if (isAfter && state.beside.last) made.append(button(say("swap"), () => swap(entry)));
  return [made];
}

/** Return what mends the sums: it says more than the sums that fail, and stands before them. */
function repairs(found, frame) {
  const made = element("div", { class: "repairs" }, element("h3", {}, say("repairs")), element("p", {}, found.head));
  if (found.changes.length && found.mends > 1) made.append(element("p", { class: "about" }, say("repairs-one", { n: found.mends })));
  if (frame && found.changes.length)
    made.append(element("p", { class: "jumps" }, ...found.changes.map(({ pointer, text }) => jumping(say("jump-to", { text }), frame, pointer))));
  if (found.each.length) made.append(element("ol", {}, ...found.each.map((text) => element("li", {}, text))));
  return made;
}

function verdict({ error, warning, info }) {
  const values = { errors: error, warnings: warning, infos: info };
  if (error) return element("p", { class: "verdict error" }, say(warning ? "verdict-errors" : "verdict-only-errors", values));
  if (warning) return element("p", { class: "verdict warning" }, say("verdict-warnings", values));
  return element("p", { class: "verdict" }, say(info ? "verdict-infos" : "verdict-clean", values));
}

function group(holder, name, findings, frame) {
  if (!findings.length) return;
  const list = element("ol", { class: `found ${name}` }, ...together(findings).map((finding) => item(finding, frame)));
  const title = `${say(`group-${name}`)}（${findings.length}）`;
  if (name === "info" || name === "explained") holder.append(element("details", {}, element("summary", {}, title), list));
  else holder.append(element("h3", { class: name }, title), list);
}

/** Return findings with those of one code together, each code where it comes first. */
function together(findings) {
  const codes = [...new Set(findings.map((finding) => finding.code))];
  return codes.flatMap((code) => findings.filter((finding) => finding.code === code));
}

function item(finding, frame) {
  const made = element("li", {}, element("span", { class: "place" }, finding.place || say("whole")));
  if (frame && finding.pointer) made.append(jumping(say("jump"), frame, finding.pointer));
  if (frame && finding.words) made.append(jumping(say("jump-words"), frame, finding.pointer, finding.words));
  made.append(element("span", { class: "more sentence" }, finding.sentence));
  for (const [key, text] of details(finding)) made.append(element("span", { class: `more ${key}` }, `${say(key)}${say("colon")}${text}`));
  made.append(element("code", {}, finding.code));
  if (finding.explain)
    made.append(element("details", { class: "explain" }, element("summary", {}, say("explain")), element("p", {}, say("explain-how")), element("code", {}, finding.explain)));
  return made;
}

/** Return what is known of a finding beside its sentence: what to do about it, where it is printed, and its basis. */
function details(finding) {
  const place = finding.printed ?? (finding.line ? say("line", { line: finding.line }) : "");
  const hints = [...finding.hints, finding.advice].filter(Boolean).join(say("or"));
  return [["explained", finding.explained], ["hint", hints], ["printed", place], ["basis", finding.basis.join(say("comma"))]].filter(([, text]) => text);
}

function jumping(text, frame, pointer, words = "") {
  const made = button(text, () => jump(frame, pointer, words, made));
  return made;
}

function cellOf(inside, pointer) {
  let name = pointer.slice(1).replaceAll("/", ".");
  while (name && !inside.getElementById(name)) name = name.slice(0, Math.max(0, name.lastIndexOf(".")));
  return inside.getElementById(name || "none");
}

/** Bring the cell, the words, or the section that holds the place, into view in the printed form. */
function jump(frame, pointer, words, from) {
  const inside = frame.contentDocument;
  const marked = words ? [...inside.querySelectorAll("mark")].find((node) => node.textContent === words) : null;
  const cell = marked ?? cellOf(inside, pointer);
  frame.closest("details").open = true;
  frame.scrollIntoView({ block: "center" });
  back(from);
  if (!cell) return;
  cell.scrollIntoView({ block: "center", inline: "center" });
  cell.animate([{ outline: "4px solid #e08a00" }, { outline: "4px solid transparent" }], { duration: 2500 });
}

/** Offer the way back to where the jump began. */
function back(from) {
  document.getElementById("back")?.remove();
  const made = button(say("back"), () => {
    made.remove();
    from.scrollIntoView({ block: "center" });
    from.focus({ preventScroll: true });
  });
  made.id = "back";
  document.body.append(made);
}

/** Mark in the printed form what findings say of its words, and the figures that the repair would change. */
function mark(inside, answer) {
  for (const { words } of answer.findings) {
    if (!words || [...inside.querySelectorAll("mark")].some((node) => node.textContent === words)) continue;
    const walker = inside.createTreeWalker(inside.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(words);
      // What is said below a table or a text quotes the words as well.
      if (at < 0 || node.parentElement.closest(".below, mark")) continue;
      const chosen = node.splitText(at);
      chosen.splitText(words.length);
      const made = inside.createElement("mark");
      chosen.replaceWith(made);
      made.append(chosen);
      break;
    }
  }
  for (const { pointer, text } of answer.repairs?.changes ?? []) {
    const cell = inside.getElementById(pointer.slice(1).replaceAll("/", "."));
    if (!cell) continue;
    cell.title = text;
    cell.style.outline = "3px dashed #e08a00";
    cell.style.outlineOffset = "-3px";
  }
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

