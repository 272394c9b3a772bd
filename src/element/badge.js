// The class behind <assay-badge>. It holds the element's life in the page; what it shows is drawn
// by Rust (src/element/mod.rs). wasm-bindgen cannot extend HTMLElement itself.
import { home, loadProgram } from "../program.js";

const NAME = "assay-badge";
/** The attributes that are properties of the same meaning too, and the properties' names. */
const ATTRIBUTES = {
  src: "src",
  registry: "registry",
  network: "network",
  relay: "relay",
  layout: "layout",
  "as-of": "asOf",
};

class AssayBadge extends HTMLElement {
  static observedAttributes = [...Object.keys(ATTRIBUTES), "sample"];

  #report = null;
  #mounted = null;
  // Where the badge is drawn; a fresh one each time, so that an old badge can't get in the way.
  #place = null;
  // Holds the page's own content, which is seen until the card is drawn.
  #fallback = document.createElement("slot");

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).append(this.#fallback);
  }

  /** The last report, or null before the first. */
  get report() {
    return this.#report;
  }

  // An element that is moved is taken out and put in at once: its badge stays as it is.
  connectedCallback() {
    queueMicrotask(() => this.#follow());
  }

  disconnectedCallback() {
    queueMicrotask(() => this.#follow());
  }

  attributeChangedCallback(attribute, before, after) {
    if (!this.#mounted || before === after) return;
    this.#report = null;
    this.#mounted.update(this);
  }

  #follow() {
    if (this.isConnected && !this.#place) this.#mount();
    if (!this.isConnected && this.#place) this.#unmount();
  }

  async #mount() {
    const place = document.createElement("div");
    this.#place = place;
    let program;
    try {
      program = await loadProgram();
    } catch (error) {
      // The page's own content stays.
      console.error(error);
      return;
    }
    if (this.#place !== place) return;
    this.shadowRoot.adoptedStyleSheets = [program.sheet];
    this.shadowRoot.prepend(place);
    const settle = (json, all) => {
      if (this.#place === place) this.#settle(json, all);
    };
    this.#mounted = program.mountBadge(place, this, home, settle);
  }

  #unmount() {
    const mounted = this.#mounted;
    this.#place.remove();
    this.#fallback.hidden = false;
    this.#mounted = this.#place = this.#report = null;
    mounted?.unmount();
  }

  #settle(json, all) {
    const report = JSON.parse(json);
    this.#report = report;
    this.#fallback.hidden = true;
    const reports = all.map((each) => JSON.parse(each));
    const detail = { verdict: report.verdict, headline: report.headline, report, reports };
    this.dispatchEvent(
      new CustomEvent("badge-verdict", { bubbles: true, composed: true, detail }),
    );
  }
}

for (const [attribute, property] of Object.entries(ATTRIBUTES)) {
  Object.defineProperty(AssayBadge.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(attribute) ?? "";
    },
    set(value) {
      this.setAttribute(attribute, value);
    },
  });
}

/** Defines the element; once is enough, and more does no harm. */
export function defineBadge() {
  if (!customElements.get(NAME)) customElements.define(NAME, AssayBadge);
}
