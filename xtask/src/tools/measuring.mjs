// What every measurement in Chromium has in common: the server, and the browser's flags.
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-sync",
];

/**
 * Serves the folder, compressed by Brotli but for what `isPlain` names; what is compressed once is kept
 * beside the file.
 */
export async function serve(folder, { headers = {}, isPlain = () => false } = {}) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const file = join(folder, path === "/" ? "index.html" : path);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const encoding = isPlain(path) ? {} : { "content-encoding": "br" };
    response.writeHead(200, { "content-type": type, ...encoding, ...headers });
    response.end(isPlain(path) ? readFileSync(file) : compressed(file));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return server;
}

function compressed(file) {
  const kept = `${file}.br`;
  const isCurrent = existsSync(kept) && statSync(kept).mtimeMs >= statSync(file).mtimeMs;
  if (!isCurrent) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    writeFileSync(kept, brotliCompressSync(readFileSync(file), { params }));
  }
  return readFileSync(kept);
}

/** Counts what a page fetches from now on, of the addresses that count: bytes as they travel, and requests. */
export async function countTraffic(context, page, counts = () => true) {
  const counted = { bytes: 0, requests: 0 };
  const counting = new Set();
  const session = await context.newCDPSession(page);
  session.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (!/^https?:/.test(request.url) || !counts(request.url)) return;
    counted.requests += 1;
    counting.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (counting.has(requestId)) counted.bytes += encodedDataLength;
  });
  await session.send("Network.enable");
  return counted;
}
