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
  tell("saved", { name });
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

/** Return what is to be written as a Word document: the verdict, what is to be mended by group, the tasks. */
function listed(entry) {
  const { answer } = entry;
  const known = matters(answer);
  const lines = [["text", verdict(known).textContent]];
  if (answer.repairs?.each.length) lines.push(["heading", say("repairs")], ["text", answer.repairs.head], ...answer.repairs.each.map((text, n) => ["text", `${n + 1}. ${text}`]));
  for (const name of GROUPS) {
    const here = known.filter(({ group }) => group === name);
    if (here.length) lines.push(["heading", say("group", { title: say(`group-${name}`), n: here.length })]);
    for (const [number, { findings, repairs }] of here.entries()) {
      const told = findings.map(({ place, sentence }) => `${place || say("whole")}${say("colon")}${sentence}`);
      const head = repairs ? repairs.head : told.shift();
      lines.push(["text", `${number + 1}. ${head}`], ...told.map((text) => ["text", text]));
      for (const [key, text] of [...details(findings, repairs), ...sources(findings)]) lines.push(["note", labelled(key, text)]);
    }
  }
  if (answer.tasks?.head) {
    lines.push(["heading", say("tasks")], ["text", answer.tasks.head], ["note", answer.tasks.about]);
    for (const task of answer.tasks.unmentioned) lines.push(["text", `${say("tasks-unmentioned")}${say("colon")}${task.text ?? ""}`]);
  }
  return { kind: "list", title: say("list-of", { name: entry.name }), lines: JSON.stringify(lines) };
}

