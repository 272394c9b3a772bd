// Verifies a share of a batch; with the first, which is to warm up, the contestant is loaded.
let contestant;

// So many at once, since some contestants wait for the browser's own threads in between.
const LANES = 8;

async function load(script) {
  contestant = await import(script);
  await contestant.prepare();
}

async function verifyAll(left) {
  for (const bytes of left) {
    const refused = await contestant.refusal(bytes);
    if (refused) throw new Error(refused);
  }
}

onmessage = async ({ data: { script, documents } }) => {
  try {
    if (!contestant) await load(script);
    const left = documents.values();
    await Promise.all(Array.from({ length: LANES }, () => verifyAll(left)));
    postMessage({});
  } catch (error) {
    postMessage({ refused: String(error.message ?? error) });
  }
};
