// Verifies a share of a batch; with the first, which is to warm up, the contestant is loaded.
let contestant;

async function load(script) {
  contestant = await import(script);
  await contestant.prepare();
}

onmessage = async ({ data: { script, documents } }) => {
  try {
    if (!contestant) await load(script);
    for (const bytes of documents) {
      const refused = await contestant.refusal(bytes);
      if (refused) throw new Error(refused);
    }
    postMessage({});
  } catch (error) {
    postMessage({ refused: String(error.message ?? error) });
  }
};
