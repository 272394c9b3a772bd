// What is the same for all contestants: each document is verified once by the clock.

// The clock has steps of 5 microseconds where a page is isolated: what takes less than a hundred of them is
// timed together with what follows, and counts as their mean.
const SLICE = 0.5;

/** How long each takes, in milliseconds; every one has to be accepted. */
export async function time(measured, accepts) {
  const milliseconds = [];
  let start = performance.now();
  let count = 0;
  for (const one of measured) {
    if (!(await accepts(one))) throw new Error("one of those that are measured is refused");
    count += 1;
    const elapsed = performance.now() - start;
    if (elapsed < SLICE) continue;
    milliseconds.push(elapsed / count);
    start = performance.now();
    count = 0;
  }
  return milliseconds;
}

/** The same without the clock, so that whatever is compiled or kept is there. */
export async function warmUp(documents, accepts) {
  for (const one of documents) {
    if (!(await accepts(one))) throw new Error("one of those to warm up with is refused");
  }
}
