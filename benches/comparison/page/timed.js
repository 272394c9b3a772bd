// What is the same for all contestants: each document is verified once by the clock.

/** How long each takes, in milliseconds; every one has to be accepted. */
export async function time(warmUp, measured, accepts) {
  for (const one of warmUp) await insist(one, accepts);
  const milliseconds = [];
  for (const one of measured) {
    const start = performance.now();
    const isAccepted = await accepts(one);
    milliseconds.push(performance.now() - start);
    if (!isAccepted) throw new Error("one of those that are measured is refused");
  }
  return milliseconds;
}

async function insist(one, accepts) {
  if (!(await accepts(one))) throw new Error("one of those to warm up with is refused");
}
