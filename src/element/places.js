// The places where cards are drawn. Yew never lets go of an element that it once drew in (its listeners
// there are "static"), so places are used again: there are as many as there were badges at one time.

const free = [];

/** A place to draw a badge in: an element, and what draws there. */
export function takePlace({ mountBadge, home }) {
  const taken = free.pop();
  if (taken) return taken;
  const element = document.createElement("div");
  return { element, mounted: mountBadge(element, home) };
}

/** Gives a place back, with nothing in it. */
export function leavePlace(place) {
  place.element.remove();
  place.mounted.clear();
  free.push(place);
}
