// Runs the contestants in Chromium, in turn, each time in a fresh profile. The task comes as JSON on the
// standard input, what was measured goes as JSON to the standard output; the argument is the address of
// playwright-core. What is measured, and how, is in `benches/comparison/page`.
import { argv, stderr, stdin, stdout } from "node:process";
import { json } from "node:stream/consumers";

import { FLAGS, countTraffic, serve } from "../tools/measuring.mjs";

const { chromium } = await import(argv[2]);
const task = await json(stdin);

// With these a page gets the finer clock (High Resolution Time, section 6.1).
const ISOLATED = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};
const isPlain = (path) => path.startsWith("/documents/");
const server = await serve(task.folder, { headers: ISOLATED, isPlain });
const origin = `http://127.0.0.1:${server.address().port}`;
// Nobody else can be asked.
const OFFLINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1";
const browser = await chromium.launch({ executablePath: task.browser, args: [...FLAGS, OFFLINE] });

/** Calls one of the page's functions in a fresh profile. */
async function inFreshPage(name, argument) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/index.html`);
  await page.waitForFunction(() => window.measure);
  const traffic = await countTraffic(context, page, (url) => !url.includes("/documents/"));
  const result = await page.evaluate(([name, argument]) => window.measure[name](argument), [
    name,
    argument,
  ]);
  await context.close();
  return { ...result, traffic };
}

const progress = (text) => stderr.write(`${Math.round(performance.now() / 1000)} s: ${text}\n`);
const results = { warm: [], cold: [], batch: [], fetched: {}, browser: browser.version() };

/** Adds the times of a round to those of the rounds before. */
function add(list, one, times) {
  const isSame = (other) =>
    ["contestant", "document", "mechanism", "workers"].every((key) => other[key] === one[key]);
  let known = list.find(isSame);
  if (!known) list.push((known = { ...one, times: [] }));
  known.times.push(...times);
}

async function warmRound() {
  for (const { contestant, script } of task.contestants) {
    const { measured, fetched } = await inFreshPage("warm", { script, cells: task.cells });
    for (const { milliseconds = [], ...one } of measured) {
      add(results.warm, { contestant, ...one }, milliseconds);
    }
    results.fetched[contestant] = fetched;
  }
  for (const contestant of task.signatures) {
    const { measured } = await inFreshPage("signatures", { contestant });
    for (const { milliseconds, ...one } of measured) {
      add(results.warm, { contestant, ...one }, milliseconds);
    }
  }
}

/** Those that accept such documents. */
function accepting({ document, mechanism }) {
  return task.contestants.filter(({ contestant }) =>
    results.warm.some(
      (one) =>
        one.contestant === contestant &&
        one.document === document &&
        one.mechanism === mechanism &&
        !one.refusal,
    ),
  );
}

async function coldRound(isCounted) {
  for (const { file, ...cell } of task.cold) {
    for (const { contestant, script } of accepting(cell)) {
      const { milliseconds, traffic } = await inFreshPage("cold", { script, file });
      if (isCounted) {
        add(results.cold, { contestant, ...cell, bytes: traffic.bytes }, [milliseconds]);
      }
    }
  }
}

async function batchRound() {
  for (const { contestant, script } of accepting(task.batch)) {
    for (const workers of [1, 2]) {
      const { file } = task.batch;
      const { documents, milliseconds } = await inFreshPage("batch", { script, file, workers });
      add(results.batch, { contestant, workers }, [(documents * 1000) / milliseconds]);
    }
  }
}

for (let round = 1; round <= task.rounds; round += 1) {
  progress(`warm, round ${round} of ${task.rounds}`);
  await warmRound();
}
// The first round has the server compress everything.
for (let round = 0; round <= task.coldRounds; round += 1) {
  progress(`cold, round ${round} of ${task.coldRounds}`);
  await coldRound(round > 0);
}
for (let round = 1; round <= task.rounds; round += 1) {
  progress(`batch, round ${round} of ${task.rounds}`);
  await batchRound();
}
progress("done");
await browser.close();
server.close();
stdout.write(JSON.stringify(results));
