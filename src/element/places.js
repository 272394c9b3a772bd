// The places where Yew draws. It never lets go of an element that it once drew in (its listeners there
// are "static"), so places are used again: there are as many as were in use at one time.

export class Places {
  // By program.
  #free = new Map();
  #draw;

  /** `draw` makes an element a place: what it returns can `clear()` it. */
  constructor(draw) {
    this.#draw = draw;
  }

  /** A place with nothing in it. */
  take(program) {
    const taken = this.#free.get(program)?.pop();
    if (taken) return taken;
    const element = document.createElement("div");
    return { element, program, mounted: this.#draw(program, element) };
  }

  /** Gives a place back, with nothing in it. */
  leave(place) {
    place.element.remove();
    place.mounted.clear();
    const { program } = place;
    if (!this.#free.has(program)) this.#free.set(program, []);
    this.#free.get(program).push(place);
  }
}
