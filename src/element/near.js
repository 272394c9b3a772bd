// Which elements come near to what the reader sees.

/** One height of the window ahead: about as far as a reader scrolls while the program is loaded. */
const AHEAD = "100% 0px";

/** What to do for an element that comes near. */
const waiting = new WeakMap();

const observer =
  "IntersectionObserver" in globalThis
    ? new IntersectionObserver(report, { rootMargin: AHEAD })
    : null;

function report(entries) {
  for (const { isIntersecting, target } of entries) {
    const then = waiting.get(target);
    if (!isIntersecting || !then) continue;
    waitNoMore(target);
    then();
  }
}

/** Calls `then` once `element` comes near; at once where the browser can't tell. */
export function whenNear(element, then) {
  if (!observer) return then();
  waiting.set(element, then);
  observer.observe(element);
}

export function waitNoMore(element) {
  waiting.delete(element);
  observer?.unobserve(element);
}
