// Opens pages in Chromium and measures them. The task comes as JSON on the standard input, the medians go
// as JSON to the standard output; the argument is the address of playwright-core.
import { argv, stdin, stdout } from "node:process";
import { json } from "node:stream/consumers";

import { FLAGS, countTraffic, serve } from "../tools/measuring.mjs";

const { chromium } = await import(argv[2]);
const { browser: executablePath, folder, runs, pages } = await json(stdin);

// Runs in the page: tells when the badges are there, in milliseconds since the navigation began.
const WATCH = (shown) => `
  function deepText(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.localName === "style" || node.localName === "script") return "";
    const inside = [...node.childNodes].map(deepText).join("");
    return node.shadowRoot ? inside + deepText(node.shadowRoot) : inside;
  }
  window.whenShown = new Promise((resolve) => {
    const timer = setInterval(() => {
      if (!document.body || !(${shown})) return;
      clearInterval(timer);
      requestAnimationFrame(() => resolve(performance.now()));
    }, 10);
  });`;

/** Opens a page once, with nothing in the cache. */
async function open(browser, origin, { file, shown, answers }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  for (const answer of answers) {
    await context.route(
      (url) => url.href.split("?")[0] === answer.url,
      (route) =>
        route.fulfill({
          path: answer.file,
          contentType: "application/json",
          headers: { "access-control-allow-origin": "*" },
        }),
    );
  }
  const counted = await countTraffic(context, page);
  await page.addInitScript(WATCH(shown));
  await page.goto(`${origin}/${file}`, { waitUntil: "commit" });
  const milliseconds = await page.evaluate(() => window.whenShown);
  await context.close();
  return { milliseconds, ...counted };
}

const server = await serve(folder);
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath, args: FLAGS });
const taken = pages.map(() => []);
// In turn, so that whatever else the machine does falls on all alike. The first round warms the server up.
for (let run = 0; run <= runs; run += 1) {
  for (const [index, page] of pages.entries()) {
    const measured = await open(browser, origin, page);
    if (run > 0) taken[index].push(measured);
  }
}
await browser.close();
server.close();

const sorted = (all, member) => all.map((each) => each[member]).sort((a, b) => a - b);
const median = (all, member) => sorted(all, member)[Math.floor(all.length / 2)];
const medians = pages.map(({ name }, index) => {
  const all = taken[index];
  const times = sorted(all, "milliseconds");
  return {
    name,
    milliseconds: median(all, "milliseconds"),
    fastest: times[0],
    slowest: times.at(-1),
    bytes: median(all, "bytes"),
    requests: median(all, "requests"),
  };
});
stdout.write(JSON.stringify(medians));
