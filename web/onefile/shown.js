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
  const known = matters(answer);
  holder.replaceChildren(head, element("p", { class: "about" }, about, about ? say("comma") : "", took));
  holder.append(verdict(known), ...beside(entry), saving(entry));
  if (answer.repairs?.each.length) holder.append(repairs(answer.repairs));
  for (const severity of GROUPS) group(entry, severity, known.filter((matter) => matter.group === severity), frame);
  entry.told = new Set(known.map(nameOf));
  if (answer.statements.length) holder.append(statements(answer.statements));
  if (answer.tasks) holder.append(tasks(answer.tasks));
  const form = element("details", { class: "form", open: "" }, element("summary", {}, say("form")));
  form.append(frame ?? element("p", {}, say("form-none")));
  holder.append(form);
}

/** Return what there is to be mended or looked at: findings that one repair mends, or that say the same of several places, as one. */
function matters({ findings, repairs }) {
  const mended = new Set((repairs?.changes.length ? repairs.mends : []).map((mend) => mend.join(" ")));
  const made = [];
  for (const finding of findings) {
    const isMended = mended.has(`${finding.code} ${finding.pointer}`) && finding.explained === null;
    const group = finding.explained !== null ? "explained" : finding.severity;
    const like = (other) => (isMended ? other.repairs : !other.repairs && other.group === group && other.findings[0].code === finding.code && !finding.words && !finding.hints.length);
    const same = made.find(like);
    if (same) same.findings.push(finding);
    else made.push({ group, findings: [finding], repairs: isMended ? repairs : null });
  }
  return made;
}

function nameOf({ findings: [{ code, pointer, sentence }] }) {
  return [code, pointer, sentence].join(" ");
}

/** Return what the document was held against, and whether that is the report of the year before. */
function beside(entry) {
  const { answer } = entry;
  if (!answer.last) {
    const made = element("p", { class: "about open" }, say("held-none"));
    made.append(button(say("last-choose"), () => $("file-last").click()));
    return answer.year === null ? [] : [made];
  }
  const { organ, year } = answer.last;
  const isRight = year === answer.year - 1 && organ === answer.organ;
  const isAfter = answer.year !== null && year > answer.year;
  const key = isRight ? "held" : isAfter ? "held-after" : year === answer.year ? "held-same" : "held-other";
  const made = element("p", { class: isRight ? "about" : "verdict warning" }, say(key, { organ, year, own: answer.year ?? "" }));
  if (isAfter && state.beside.last) made.append(button(say("swap"), () => swap(entry)));
  return [made];
}

/** Return what would mend the sums where several repairs would: it says more than the sums that fail, and stands first. */
function repairs(found) {
  const made = element("div", { class: "repairs" }, element("h3", {}, say("repairs")), element("p", {}, found.head));
  made.append(element("ol", {}, ...found.each.map((text) => element("li", {}, text))));
  return made;
}

function verdict(known) {
  const [error, warning, info] = SEVERITIES.map((severity) => known.filter(({ group }) => group === severity).length);
  const values = { errors: error, warnings: warning, infos: info };
  if (error) return element("p", { class: "verdict error" }, say(warning ? "verdict-errors" : "verdict-only-errors", values));
  if (warning) return element("p", { class: "verdict warning" }, say("verdict-warnings", values));
  return element("p", { class: "verdict" }, say(info ? "verdict-infos" : "verdict-clean", values));
}

function group(entry, name, known, frame) {
  if (!known.length) return;
  const list = element("ol", { class: `found ${name}` }, ...known.map((matter) => item(matter, frame, entry.told && !entry.told.has(nameOf(matter)))));
  const title = say("group", { title: say(`group-${name}`), n: known.length });
  if (name === "info" || name === "explained") entry.holder.append(element("details", {}, element("summary", {}, title), list));
  else entry.holder.append(element("h3", { class: name }, title), list);
}

/** Return one matter: where it is, what is wrong and what to do in sight, the rest folded. */
function item({ findings, repairs }, frame, isNew) {
  const made = element("li", isNew ? { class: "new" } : {});
  if (isNew) made.append(element("span", { class: "badge" }, say("new")));
  if (repairs) {
    made.append(element("span", { class: "place" }, repairs.head));
    if (frame) for (const { pointer } of repairs.changes) made.append(jumping(say("jump"), frame, pointer));
    if (findings.length > 1) made.append(element("span", { class: "more" }, say("repairs-one", { n: findings.length })));
  }
  for (const finding of findings) {
    const line = repairs ? element("span", { class: "more each" }) : made;
    line.append(element("span", { class: repairs ? "" : "place" }, finding.place || say("whole")));
    if (frame && finding.pointer) line.append(jumping(say("jump"), frame, finding.pointer));
    if (frame && finding.words) line.append(jumping(say("jump-words"), frame, finding.pointer, finding.words));
    line.append(element("span", { class: "more sentence" }, finding.sentence));
    if (line !== made) made.append(line);
  }
  for (const [key, text] of details(findings, repairs)) made.append(element("span", { class: `more ${key}` }, labelled(key, text)));
  const told = sources(findings).map(([key, text]) => element("p", {}, labelled(key, text)));
  const { explain, severity } = findings[0];
  // No reason makes a sum hold that does not: it is for what may be so all the same.
  if (explain && severity !== "error") told.push(element("p", { class: "explain" }, say("explain"), element("code", {}, explain)));
  made.append(element("details", {}, element("summary", {}, say("more")), ...told, element("code", {}, findings[0].code)));
  return made;
}

function labelled(key, text) {
  return `${say(key)}${say("colon")}${text}`;
}

/** Return what is to be done about findings, or was said of them. */
function details(findings, repairs) {
  const [first] = findings;
  const hints = repairs ? "" : [...first.hints, first.advice].filter(Boolean).join(say("or"));
  return [["explained", first.explained], ["hint", hints]].filter(([, text]) => text);
}

/** Return where findings are printed, and on what they are based. */
function sources(findings) {
  const places = findings.map((f) => f.printed ?? (f.line ? say("line", { line: f.line }) : "")).filter(Boolean);
  const basis = [...new Set(findings.flatMap((f) => f.basis))];
  return [["printed", places.join(say("comma"))], ["basis", basis.join(say("comma"))]].filter(([, text]) => text);
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

/** Bring the cell, the words, or the section that holds the place, into view in the printed form, and keep it marked. */
function jump(frame, pointer, words, from) {
  const inside = frame.contentDocument;
  const marked = words ? [...inside.querySelectorAll("mark")].find((node) => node.textContent === words) : null;
  const cell = marked ?? cellOf(inside, pointer);
  frame.closest("details").open = true;
  frame.scrollIntoView({ block: "center" });
  back(from);
  if (!cell) return;
  for (const node of inside.querySelectorAll("[data-shown]")) {
    node.style.boxShadow = "";
    node.removeAttribute("data-shown");
  }
  cell.setAttribute("data-shown", "");
  cell.style.boxShadow = "0 0 0 4px #e08a00";
  cell.scrollIntoView({ block: "center", inline: "center" });
}

/** Offer the way back to where the jump began, until one is there again. */
function back(from) {
  document.getElementById("back")?.remove();
  const made = button(say("back"), () => {
    from.scrollIntoView({ block: "center" });
    from.focus({ preventScroll: true });
    made.remove();
  });
  made.id = "back";
  document.body.append(made);
  made.focus({ preventScroll: true });
  let isAway = false;
  const seen = new IntersectionObserver(([{ isIntersecting }]) => {
    if (isIntersecting && isAway) made.remove();
    isAway ||= !isIntersecting;
    if (!made.isConnected) seen.disconnect();
  });
  seen.observe(from);
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
  for (const { pointer, text, after } of answer.repairs?.changes ?? []) {
    const cell = inside.getElementById(pointer.slice(1).replaceAll("/", "."));
    if (!cell) continue;
    cell.title = text;
    // The printed form allows no styles but its own, and what is set by a script.
    cell.style.outline = "3px dashed #e08a00";
    cell.style.outlineOffset = "-3px";
    const made = inside.createElement("b");
    made.textContent = ` → ${after}`;
    made.style.color = "#a35f00";
    cell.append(made);
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

