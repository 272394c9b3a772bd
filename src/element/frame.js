// What stands around the card: the page's own content, before it and below it.
import { styleSheet } from "./style_sheet.js";

/** Nothing that the page puts in is painted outside of its own box, so none of it over the verdict; for
 * that its box has to be a block of some kind. */
const SHEET = `
:host { display: block }
:host([layout="inline"]), :host([layout="inline"]) :is(.own, .pending) { display: inline }
.own.is-picture { contain: layout paint; display: block !important; margin-block-end: 0.5rem }
.own.is-picture ::slotted(img) { block-size: auto; max-inline-size: 100% }
.pending ::slotted([hidden]) { display: block }
.actions { contain: layout paint; display: flex; flex-wrap: wrap; gap: 0.5rem; padding: 0.25rem }
:host([layout="inline"]) :is(.own.is-picture, .actions) { display: inline-flex !important; vertical-align: middle }
:host([hidden]), [hidden] { display: none !important }
`;

const sheet = styleSheet(SHEET);

export class Frame {
  #root;
  #own = box("own", "");
  #pending = box("pending", "pending");
  #actions = box("actions", "actions");

  constructor(root) {
    this.#root = root;
    root.adoptedStyleSheets = [sheet];
    root.append(this.#own, this.#pending, this.#actions);
    this.#pending.hidden = this.#actions.hidden = true;
    const actions = this.#actions.firstChild;
    actions.addEventListener("slotchange", () => {
      this.#actions.hidden = actions.assignedNodes().length === 0;
    });
  }

  /** Puts a place for the card in, with the card's style sheet. */
  add(place, cardSheet) {
    this.#root.adoptedStyleSheets = [sheet, cardSheet];
    this.#actions.before(place);
  }

  /** Shows the page's own content until the card is drawn, and a picture whatever happens. */
  arrange({ isLoading, isDrawn, isPicture }) {
    const pending = this.#pending.firstChild;
    const isPending = isLoading && pending.assignedNodes().length > 0;
    this.#pending.hidden = !isPending;
    this.#own.classList.toggle("is-picture", isPicture);
    this.#own.hidden = !isPicture && (isDrawn || isPending);
  }
}

function box(name, slotName) {
  const box = document.createElement("section");
  const slot = document.createElement("slot");
  box.className = name;
  slot.name = slotName;
  box.append(slot);
  return box;
}
