// Hands many files to the page in Chromium and measures what comes of it. The task comes as JSON on the
// standard input, the figures go as JSON to the standard output; the argument is the address of
// playwright-core.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { argv, stdin, stdout } from "node:process";
import { json } from "node:stream/consumers";

import { FLAGS, serve } from "../tools/measuring.mjs";

const { chromium } = await import(argv[2]);
const { browser: executablePath, page: site, folder, drops } = await json(stdin);

const PATIENCE_MILLISECONDS = 300_000;

// Runs in the page before its own scripts: keeps its wasm memory, and from the moment when files come the
// longest time between two frames and the number of long tasks, until the last verdict is on the screen.
const WATCH = `
  const memories = new Set();
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      memories.add((made.instance ?? made).exports.memory);
      return made;
    };
  }
  window.wasmBytes = () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
  window.measured = new Promise((resolve) => {
    addEventListener("change", () => {
      const began = performance.now();
      let longestFrame = 0;
      let longTasks = 0;
      let last = began;
      new PerformanceObserver((list) => { longTasks += list.getEntries().length; }).observe({ type: "longtask" });
      const frame = (time) => {
        const now = performance.now();
        longestFrame = Math.max(longestFrame, now - last);
        last = now;
        if (document.querySelector(".batch") && !document.querySelector(".batch progress")) {
          const milliseconds = now - began;
          setTimeout(() => resolve({ milliseconds, longestFrame, longTasks }), 300);
        } else {
          requestAnimationFrame(frame);
        }
      };
      requestAnimationFrame(frame);
    }, { capture: true, once: true });
  });`;

/** The most memory that the page's process ever had, where the system tells. */
async function peak(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  const kilobytes = renderers.map(({ id }) => {
    try {
      return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return Math.max(0, ...kilobytes) * 1024 || null;
}

/** Drops files on a fresh page of a fresh browser. */
async function drop(origin, files) {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const page = await browser.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.setDefaultTimeout(PATIENCE_MILLISECONDS);
  await page.addInitScript(WATCH);
  await page.goto(origin);
  await page.waitForSelector(".sample");
  const paths = files.map((file) => join(folder, file));
  await page.setInputFiles("input[type=file]", paths);
  const { milliseconds, longestFrame, longTasks } = await page.evaluate(() => window.measured);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const verdicts = await page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll(".batch-chips [data-verdict]")].map((chip) => [
        chip.dataset.verdict,
        Number(chip.querySelector(".filter-count").textContent.replaceAll(",", "")),
      ]),
    ),
  );
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const wasmBytes = await page.evaluate(() => window.wasmBytes());
  const peakBytes = await peak(browser);
  await browser.close();
  return {
    count: files.length,
    milliseconds,
    longestFrame,
    longTasks,
    heapBytes: Math.round(usedSize),
    wasmBytes,
    peakBytes,
    verdicts,
  };
}

const server = await serve(site, { isPlain: () => true });
const origin = `http://127.0.0.1:${server.address().port}`;
// One more at first, which warms the machine up.
await drop(origin, drops[0].files);
const measured = [];
for (const { files } of drops) measured.push(await drop(origin, files));
server.close();
stdout.write(JSON.stringify(measured));
