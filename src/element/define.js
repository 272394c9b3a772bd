// The class behind <assay-badge>. It holds the element's life in the page; what it shows is drawn
// by Rust (src/element/mod.rs). wasm-bindgen cannot extend HTMLElement itself.

// The page that this script was served with: snippets/<package>/src/element/define.js.
const checker = new URL("../../../../", import.meta.url).href;

/**
 * Defines the element.
 *
 * `mount(place, element, checker, settle)` draws a badge into `place`, as the element's attributes
 * say, and returns an object with `update(element)` and `unmount()`; after every check it calls
 * `settle` with the report as JSON, and with an array of the reports on all the file's credentials.
 */
export function defineBadge(name, css, mount) {
  if (customElements.get(name)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);

  class AssayBadge extends HTMLElement {
    static observedAttributes = ["src", "registry", "network", "relay", "as-of", "layout", "sample"];

    #report = null;
    #mounted = null;
    // Where the badge is drawn; a fresh one each time, so that an old badge can't get in the way.
    #place = null;
    // Holds the page's own content, which is seen until the card is drawn.
    #fallback = document.createElement("slot");

    constructor() {
      super();
      const shadow = this.attachShadow({ mode: "open" });
      shadow.adoptedStyleSheets = [sheet];
      shadow.append(this.#fallback);
    }

    /** The last report, or null before the first. */
    get report() {
      return this.#report;
    }

    get src() {
      return this.getAttribute("src") ?? "";
    }

    set src(value) {
      this.setAttribute("src", value);
    }

    get registry() {
      return this.getAttribute("registry") ?? "";
    }

    set registry(value) {
      this.setAttribute("registry", value);
    }

    get network() {
      return this.getAttribute("network") ?? "";
    }

    set network(value) {
      this.setAttribute("network", value);
    }

    get relay() {
      return this.getAttribute("relay") ?? "";
    }

    set relay(value) {
      this.setAttribute("relay", value);
    }

    get asOf() {
      return this.getAttribute("as-of") ?? "";
    }

    set asOf(value) {
      this.setAttribute("as-of", value);
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
      if (this.isConnected && !this.#mounted) this.#mount();
      if (!this.isConnected && this.#mounted) this.#unmount();
    }

    #mount() {
      const place = document.createElement("div");
      this.#place = place;
      this.shadowRoot.prepend(place);
      const settle = (json, all) => {
        if (this.#place === place) this.#settle(json, all);
      };
      this.#mounted = mount(place, this, checker, settle);
    }

    #unmount() {
      const mounted = this.#mounted;
      this.#place.remove();
      this.#fallback.hidden = false;
      this.#mounted = this.#place = this.#report = null;
      mounted.unmount();
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

  customElements.define(name, AssayBadge);
}
