// node drive.mjs BROWSER PROGRAM PAGE FILES…: open the page as a double click does, put the files in one by one, and print
// as JSON what it answered, what went wrong, and every request that the browser made.
//
// BROWSER is "chrome" or "firefox". An option before it: --last=FILE puts in last year's report first, --end=FILE ends
// that document after a second, --picture=FILE takes one of the whole page in the end.

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
  if (options.last) await (await tab.$("#file-last")).uploadFile(options.last);
  const limit = await tab.evaluate(() => globalThis.govreport.limit);
  for (const [number, file] of files.entries()) {
    await tab.evaluate((seconds) => (globalThis.govreport.limit = seconds), file === options.end ? 1 : limit);
    await (await tab.$("#file-draft")).uploadFile(file);
    await until(tab, (n) => globalThis.govreport.answers.length + globalThis.govreport.failures.length > n, number);
  }
  if (options.picture) await tab.screenshot({ path: options.picture, fullPage: true });
  const found = await tab.evaluate(() => {
    const { answers, failures, seconds } = globalThis.govreport;
    return { answers, failures, seconds, state: document.getElementById("state").textContent };
  });
  console.log(JSON.stringify({ ...found, requests, errors }));
} finally {
  await browser.close();
}

/** Wait until something is so; the page's policy forbids the evaluation of text, by which others wait. */
async function until(tab, isSo, argument) {
  const last = Date.now() + PATIENCE;
  while (!(await tab.evaluate(isSo, argument))) {
    if (Date.now() > last) throw new Error(`nothing after ${PATIENCE} ms: ${await tab.evaluate(() => document.getElementById("state").textContent)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
