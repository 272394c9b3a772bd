// Runs in the page: measures one contestant. `xtask/src/bench/measure.mjs` calls what is exported.
import { time, warmUp } from "./timed.js";

const encoder = new TextEncoder();
const json = async (path) => (await fetch(path)).json();
const encodeAll = (texts) => texts.map((text) => encoder.encode(text));

/** Every cell, each document once; a contestant that refuses a document gets no time, and says why. */
export async function warm({ script, cells }) {
  // Fetched first: one of the contestants asks whatever it asks by a `fetch` that we answer.
  const contents = [];
  for (const { file } of cells) contents.push(await json(`documents/${file}`));
  const { prepare, refusal, fetched } = await import(script);
  await prepare();
  const accepts = async (bytes) => !(await refusal(bytes));
  const measured = contents.map(({ document, mechanism }) => ({ document, mechanism }));
  for (const [index, content] of contents.entries()) {
    const why = await unfit(content, refusal);
    if (why) measured[index].refusal = why;
    else await warmUp(encodeAll(content.warmUp), accepts);
  }
  for (const [index, content] of contents.entries()) {
    if (measured[index].refusal) continue;
    measured[index].milliseconds = await time(encodeAll(content.measured), accepts);
  }
  return { measured, fetched: fetched?.() ?? [] };
}

/** Why a contestant cannot be measured on such documents; nothing if it can. */
async function unfit({ warmUp: [first], altered }, refusal) {
  const refused = await refusal(encoder.encode(first));
  if (refused) return refused;
  return (await refusal(encoder.encode(altered))) ? undefined : "accepts an altered document";
}

/** The same for signatures alone. */
export async function signatures({ contestant }) {
  const { prepare, VERIFIERS } = await import("./signatures.js");
  await prepare();
  const bytes = (one) =>
    Object.fromEntries(Object.entries(one).map(([name, list]) => [name, Uint8Array.from(list)]));
  const measured = [];
  for (const { mechanism, warmUp: before, measured: all } of await json("documents/signatures.json")) {
    const verifies = VERIFIERS[contestant](mechanism);
    await warmUp(before.map(bytes), verifies);
    const [altered] = before.map(bytes);
    altered.signature[0] ^= 1;
    if (await verifies(altered)) throw new Error("an altered signature is accepted");
    const milliseconds = await time(all.map(bytes), verifies);
    measured.push({ document: "signature", mechanism, milliseconds });
  }
  return { measured };
}

/** From nothing to the first verdict: the script and whatever it loads, and one document. */
export async function cold({ script, file }) {
  const { measured } = await json(`documents/${file}`);
  const bytes = encoder.encode(measured[0]);
  const start = performance.now();
  const { prepare, refusal } = await import(script);
  await prepare();
  const refused = await refusal(bytes);
  const milliseconds = performance.now() - start;
  if (refused) throw new Error(refused);
  return { milliseconds };
}

/** How long so many workers take for the whole batch, each its share, which is copied to it by the clock. */
export async function batch({ script, file, workers: count }) {
  const { warmUp: before } = await json(`documents/${file}`);
  const documents = encodeAll(await json("documents/batch.json"));
  const workers = Array.from({ length: count }, () => new Worker("worker.js", { type: "module" }));
  const ask = (worker, message) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => (data.refused ? reject(new Error(data.refused)) : resolve());
      worker.onerror = reject;
      worker.postMessage(message);
    });
  const together = (messages) =>
    Promise.all(workers.map((worker, index) => ask(worker, messages(index))));
  await together(() => ({ script, documents: encodeAll(before) }));
  const share = Math.ceil(documents.length / count);
  const shares = workers.map((_, index) => documents.slice(index * share, (index + 1) * share));
  const start = performance.now();
  await together((index) => ({ script, documents: shares[index] }));
  const milliseconds = performance.now() - start;
  for (const worker of workers) worker.terminate();
  return { documents: documents.length, milliseconds };
}
