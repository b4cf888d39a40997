// ---------------------------------------------------------------------------------------------------- what is saved

/** Return the buttons that save: the one that most want first, the others folded. */
function saving(entry) {
  const { answer } = entry;
  const keep = (name, ending, message) => button(say(name), () => ask(message, entry.name, ({ bytes }) => save(`${stem(entry.name)}.${ending}`, bytes)));
  const last = lastFor(entry);
  const held = last && { name: last.name, bytes: last.bytes };
  const marked = answer.marked && keep(`save-marked-${answer.marked.format}`, `批注.${answer.marked.format}`, { kind: "mark", bytes: entry.bytes, comments: JSON.stringify(answer.marked.comments) });
  const list = [
    keep("save-list-docx", "核对.docx", listed(entry)),
    button(say("save-list"), () => save(`${stem(entry.name)}.核对.html`, listing(entry), "text/html")),
    button(say("save-print"), () => print()),
  ];
  const printed = (answer.formats ?? []).map((format) => keep(`save-${format}`, `标注.${format}`, { kind: "print", json: answer.json, format, language: state.language, last: held }));
  const data = answer.json === null ? [] : [button(say("save-json"), () => save(`${stem(entry.name)}.json`, answer.json, "application/json"))];
  const [first, ...others] = [marked, ...list, ...printed, ...data].filter(Boolean);
  const more = element("details", {}, element("summary", {}, say("save-more")), element("p", { class: "save" }, ...others));
  return element("div", { class: "saving" }, element("p", { class: "save" }, first), more);
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
  copy.querySelectorAll("button, .saving, .form, .took, iframe").forEach((node) => node.remove());
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
  if (answer.repairs) lines.push(["heading", say("repairs")], ["text", answer.repairs.head], ...answer.repairs.each.map((text, n) => ["text", `${n + 1}. ${text}`]));
  const groups = [...SEVERITIES.map((name) => [name, answer.findings.filter((f) => f.severity === name && f.explained === null)]), ["explained", answer.findings.filter((f) => f.explained !== null)]];
  for (const [name, findings] of groups) {
    if (findings.length) lines.push(["heading", `${say(`group-${name}`)}（${findings.length}）`]);
    for (const [number, finding] of together(findings).entries()) {
      lines.push(["text", `${number + 1}. ${finding.place || say("whole")}${say("colon")}${finding.sentence}`]);
      for (const [key, text] of details(finding)) lines.push(["note", `${say(key)}${say("colon")}${text}`]);
      if (finding.explain) lines.push(["note", `${say("explain-how")}${finding.explain}`]);
    }
  }
  if (answer.tasks?.head) {
    lines.push(["heading", say("tasks")], ["text", answer.tasks.head], ["note", answer.tasks.about]);
    for (const task of answer.tasks.unmentioned) lines.push(["text", `${say("tasks-unmentioned")}${say("colon")}${task.text ?? ""}`]);
  }
  return { kind: "list", title: say("list-of", { name: entry.name }), lines: JSON.stringify(lines) };
}

