// The class behind <assay-gallery>. The chips above its badges are drawn by Rust (filter.rs).
import { loadProgram } from "../program.js";
import { GALLERY_ATTRIBUTES as ATTRIBUTES } from "./generated/attributes.js";
import { Places } from "./places.js";
import { reflect, takeOver } from "./properties.js";
import { soon } from "./soon.js";
import { styleSheet } from "./style_sheet.js";

const SHEET = `
:host { display: block }
.grid {
  align-items: start;
  display: grid;
  gap: calc(3 * var(--assay-space, 0.5rem));
  grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--assay-gallery-column, 20rem)), 1fr));
}
.grid ::slotted(*) { margin: 0; min-inline-size: 0 }
`;

const sheet = styleSheet(SHEET);

const places = new Places(({ mountFilter }, element) => mountFilter(element));

export class AssayGallery extends (globalThis.HTMLElement ?? Object) {
  static observedAttributes = Object.keys(ATTRIBUTES);

  #internals = this.attachInternals();
  #children = new MutationObserver(() => this.#followSoon());
  #followSoon = soon(() => this.#follow());
  #grid = document.createElement("section");
  // Where the chips are drawn; and whether the program is awaited for that.
  #place = null;
  #isAwaited = false;
  // What this gallery has hidden; what the page has, stays so.
  #hidden = new Set();
  #loaded = new WeakSet();
  #told = "";

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    this.#grid.className = "grid";
    this.#grid.append(document.createElement("slot"));
    root.append(this.#grid);
    this.#internals.role = "group";
    this.addEventListener("badge-report", () => this.#followSoon());
    takeOver(this, ATTRIBUTES, []);
  }

  /** The names of the skills that some of the badges have. */
  get skills() {
    return [...new Set(this.#items().flatMap(({ badges }) => badges.flatMap(skillsOf)))].toSorted();
  }

  connectedCallback() {
    this.#children.observe(this, { childList: true, subtree: true });
    this.#followSoon();
  }

  disconnectedCallback() {
    this.#followSoon();
  }

  connectedMoveCallback() {}

  attributeChangedCallback() {
    this.#followSoon();
  }

  #follow() {
    if (!this.isConnected) {
      this.#children.disconnect();
      return this.#leave();
    }
    const items = this.#items();
    const badges = items.flatMap((item) => item.badges);
    // The skills to choose from are those of all, so the others need not wait until they are near.
    if (badges.some((badge) => badge.report)) this.#load(badges);

    const chosen = this.skills.includes(this.skill) ? this.skill : null;
    const has = (badge) => !badge.report || skillsOf(badge).includes(chosen);
    const shown = items.filter((item) => chosen === null || item.badges.some(has));
    this.#show(shown.map(({ child }) => child));
    const count = shown.flatMap((item) => item.badges).length;
    this.#draw(badges.map(skillsOf), chosen, count);
    this.#tell(chosen, count, badges.length);
  }

  #load(badges) {
    for (const badge of badges) {
      if (this.#loaded.has(badge)) continue;
      this.#loaded.add(badge);
      badge.load();
    }
  }

  /** The children that are badges, or hold some. */
  #items() {
    const name = "assay-badge";
    const badges = (child) => (child.localName === name ? [child] : [...child.querySelectorAll(name)]);
    const items = [...this.children].map((child) => ({ child, badges: badges(child) }));
    return items.filter((item) => item.badges.length > 0);
  }

  #show(shown) {
    for (const child of this.#hidden) {
      if (child.parentNode === this && !shown.includes(child)) continue;
      child.hidden = false;
      this.#hidden.delete(child);
    }
    for (const { child } of this.#items()) {
      if (shown.includes(child) || child.hidden) continue;
      child.hidden = true;
      this.#hidden.add(child);
    }
  }

  #draw(skills, chosen, count) {
    if (this.#place) {
      const onchosen = (name) => (this.skill = name ?? null);
      this.#place.mounted.update(skills, chosen ?? undefined, count, onchosen);
    } else if (skills.some((names) => names.length > 0)) {
      this.#begin();
    }
  }

  async #begin() {
    if (this.#isAwaited) return;
    this.#isAwaited = true;
    try {
      // Some badge has its report, so the program is there.
      const program = await loadProgram();
      if (!this.isConnected) return;
      this.#place = places.take(program);
      this.shadowRoot.adoptedStyleSheets = [program.sheet, sheet];
      this.#grid.before(this.#place.element);
      this.#followSoon();
    } finally {
      this.#isAwaited = false;
    }
  }

  #leave() {
    this.#show(this.#items().map(({ child }) => child));
    if (this.#place) places.leave(this.#place);
    this.#place = null;
  }

  /** Tells the page of another choice. */
  #tell(skill, shown, of) {
    const told = skill ?? "";
    if (told === this.#told) return;
    this.#told = told;
    const detail = { skill, shown, of };
    this.dispatchEvent(
      new CustomEvent("gallery-filter", { bubbles: true, composed: true, detail }),
    );
  }
}

reflect(AssayGallery, ATTRIBUTES);

/** The skills that a badge's issuers vouch for; none before it is checked. */
function skillsOf(badge) {
  const attested = (badge.reports ?? []).filter((report) => report.attested);
  return attested.flatMap((report) => report.skills.map(({ name }) => name)).filter(Boolean);
}
