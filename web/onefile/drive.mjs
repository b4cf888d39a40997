// node drive.mjs BROWSER PROGRAM PAGE FILES…: open the page as a double click does, put the files in one by one, and print
// as JSON what it answered, what went wrong, and every request that the browser made.
//
// BROWSER is "chrome" or "firefox". Options before it: --last=FILE and --plan=FILE put in last year's report and the work
// plan first, --end=FILE ends that document at the first look at the clock, after half a second, --drop=FILE drops one
// more on the page, --save=yes saves all that the page offers to save of the last document, --picture=FILE takes one of
// the whole page in the end.

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const options = Object.fromEntries(
  process.argv.slice(2).filter((a) => a.startsWith("--")).map((a) => [a.slice(2, a.indexOf("=")), a.slice(a.indexOf("=") + 1)]),
);
const [browserName, executablePath, page, ...files] = process.argv.slice(2).filter((a) => !a.startsWith("--"));
const PATIENCE = 120_000;

const browser = await puppeteer.launch({
  browser: browserName,
  executablePath,
  headless: true,
  args: browserName === "chrome" ? ["--no-sandbox", "--disable-gpu"] : [],
});
const requests = [];
const errors = [];
try {
  const tab = await browser.newPage();
  await tab.setViewport({ width: Number(options.width ?? 1280), height: 1000 });
  if (options.dark) await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  tab.on("request", (request) => requests.push(request.url().slice(0, 200)));
  tab.on("pageerror", (error) => errors.push(String(error)));
  await tab.goto(pathToFileURL(page).href, { timeout: PATIENCE });
  await until(tab, () => globalThis.govreport.seconds.ready > 0 || globalThis.govreport.failures.length > 0);
  const failed = await tab.evaluate(() => globalThis.govreport.failures[0]);
  if (failed) throw new Error(failed);
  for (const what of ["last", "plan"])
    if (options[what]) await (await tab.$(`#file-${what}`)).uploadFile(options[what]);
  const limit = await tab.evaluate(() => globalThis.govreport.limit);
  for (const [number, file] of files.entries()) {
    await tab.evaluate((seconds) => (globalThis.govreport.limit = seconds), file === options.end ? 0.1 : limit);
    await (await tab.$("#file-draft")).uploadFile(file);
    await until(tab, (n) => globalThis.govreport.answers.length + globalThis.govreport.failures.length > n, number);
  }
  if (options.drop) {
    await tab.evaluate((seconds) => (globalThis.govreport.limit = seconds), limit);
    await drop(tab, basename(options.drop), await readFile(options.drop, "base64"));
    await until(tab, (n) => globalThis.govreport.answers.length + globalThis.govreport.failures.length > n, files.length);
  }
  // What was put in may be held against each other once all of it is known.
  await until(tab, () => !state.running && !state.queue.length);
  const saved = options.save ? await save(tab) : [];
  if (options.picture) await tab.screenshot({ path: options.picture, fullPage: true });
  const found = await tab.evaluate(() => {
    const { answers, failures, seconds } = globalThis.govreport;
    const pages = [document.getElementById("documents"), ...[...document.querySelectorAll("iframe")].map((frame) => frame.contentDocument)];
    // What a document could bring in to be run or fetched.
    const foreign = pages.flatMap((page) => [...page.querySelectorAll("img, object, embed, link, script, [onerror], [onload]")]);
    const state = document.getElementById("state").textContent;
    return { answers, failures, seconds, state, ran: globalThis.ran ?? null, foreign: foreign.map((one) => one.outerHTML.slice(0, 80)) };
  });
  console.log(JSON.stringify({ ...found, saved, requests, errors }));
} finally {
  await browser.close();
}

/** Drop a file on the page as a mouse would. */
async function drop(tab, name, letters) {
  await tab.evaluate((name, letters) => {
    const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], name));
    const zone = document.getElementById("drop-draft");
    for (const kind of ["dragover", "drop"]) zone.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
  }, name, letters);
}

/** Press every button that saves something of the last document, and return names and bytes of what would be saved. */
async function save(tab) {
  const count = await tab.evaluate(() => {
    globalThis.saved = [];
    const blobs = new Map();
    const give = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      const address = give(blob);
      blobs.set(address, blob);
      return address;
    };
    // What is clicked to save it is only noted down.
    HTMLAnchorElement.prototype.click = async function () {
      const letters = [...new Uint8Array(await blobs.get(this.href).arrayBuffer())].map((byte) => String.fromCharCode(byte));
      globalThis.saved.push({ name: this.download, data: btoa(letters.join("")) });
    };
    globalThis.print = () => globalThis.saved.push({ name: "print", data: "" });
    return document.querySelectorAll(".document:first-child .save button").length;
  });
  for (let number = 0; number < count; number++) {
    await tab.evaluate((n) => document.querySelectorAll(".document:first-child .save button")[n].click(), number);
    await until(tab, (n) => globalThis.saved.length > n, number);
  }
  return tab.evaluate(() => globalThis.saved);
}

/** Wait until something is so; the page's policy forbids the evaluation of text, by which others wait. */
async function until(tab, isSo, argument) {
  const last = Date.now() + PATIENCE;
  while (!(await tab.evaluate(isSo, argument))) {
    if (Date.now() > last) throw new Error(`nothing after ${PATIENCE} ms: ${await tab.evaluate(() => document.getElementById("state").textContent)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
