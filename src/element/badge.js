// The class behind <assay-badge>. It holds the element's life in the page; what it shows is drawn
// by Rust (src/element/mounted.rs). wasm-bindgen cannot extend HTMLElement itself.
import { loadProgram, loadWholeProgram } from "../program.js";
import { Frame } from "./frame.js";
import { BADGE_ATTRIBUTES as ATTRIBUTES } from "./generated/attributes.js";
import { later } from "./later.js";
import { waitNoMore, whenNear } from "./near.js";
import { Places } from "./places.js";
import { reflect, takeOver } from "./properties.js";
import { soon } from "./soon.js";
import { addressOf, asFile, fileOrAddress, ownPicture } from "./source.js";

/** Where a picture of the page's own may change. */
const PICTURES = { attributeFilter: ["slot", "src", "srcset"], childList: true, subtree: true };

const places = new Places(({ mountBadge, home }, element) => mountBadge(element, home));

// A server that renders pages has no such class, and makes no badges.
export class AssayBadge extends (globalThis.HTMLElement ?? Object) {
  static observedAttributes = Object.keys(ATTRIBUTES);

  #internals = this.attachInternals();
  #frame = new Frame(this.attachShadow({ mode: "open" }));
  #pictures = new MutationObserver(() => this.#followSoon());
  #followSoon = soon(() => this.#follow());

  // What the page has set as `credential`, and that as a file.
  #credential = null;
  #file = null;
  // What is shown, or is to be: a file, an address or null; and the number of that, since what is
  // found out about an earlier one does not count.
  #source = null;
  #run = 0;
  #loadedRun = 0;
  #isWanted = false;

  // Whether a card is drawn, or is to be once the program is there: this attempt, and the place.
  #begun = null;
  #place = null;
  #isDrawn = false;

  #report = null;
  #reports = [];
  #ready = later();
  #again = null;

  constructor() {
    super();
    this.#internals.role = "group";
    // Of several files for one picture the browser chooses, and may do so anew.
    this.addEventListener("load", () => this.#followSoon(), true);
    takeOver(this, ATTRIBUTES, ["credential"]);
  }

  get credential() {
    return this.#credential;
  }

  set credential(value) {
    this.#file = value === null || value === undefined ? null : asFile(value);
    this.#credential = value ?? null;
    this.#renew();
    this.#followSoon();
  }

  /** The last report, or null before the first. */
  get report() {
    return this.#report;
  }

  get reports() {
    return this.#reports;
  }

  get verdict() {
    return this.#report?.verdict ?? null;
  }

  get ready() {
    return this.#ready.promise;
  }

  load() {
    // Where the program could not be had before, it may be now.
    if (this.#ready.isKept && !this.#report) this.#ready = later();
    this.#isWanted = true;
    this.#followSoon();
    return this.ready;
  }

  verify() {
    if (!this.#place || !this.#report) return this.load();
    if (this.verdict === "unreadable") {
      this.#renew();
      return this.load();
    }
    this.#again ??= later();
    this.#place.mounted.verify();
    return this.#again.promise;
  }

  connectedCallback() {
    this.#pictures.observe(this, PICTURES);
    this.#followSoon();
  }

  disconnectedCallback() {
    this.#followSoon();
  }

  // Where a browser can move an element as it is, nothing is to be done.
  connectedMoveCallback() {}

  attributeChangedCallback(attribute, before, after) {
    if (before === after) return;
    if (ATTRIBUTES[attribute].renews) this.#renew();
    this.#followSoon();
  }

  #follow() {
    if (!this.isConnected) {
      this.#pictures.disconnect();
      return this.#leave();
    }
    const source = this.#wanted();
    if (source === null) return this.#leave();
    if (source !== this.#source) {
      this.#source = source;
      this.#renew();
    }
    if (this.#place) {
      this.#place.mounted.update(this, fileOrAddress(source), this.#run);
      this.#arrange();
    } else if (this.#begun) {
      // The program is on its way.
    } else if (this.#isWanted || this.loading === "eager") {
      this.#begin();
    } else {
      whenNear(this, () => this.load());
    }
  }

  /** What the page wants shown: a file, an address, or null. */
  #wanted() {
    const address = this.#file ?? this.src.trim();
    const picture = address ? null : ownPicture(this);
    return (picture ? addressOf(picture) : address) || null;
  }

  /** What was found out holds no more. */
  #renew() {
    this.#run += 1;
    this.#report = null;
    this.#reports = [];
    if (this.#ready.isKept) this.#ready = later();
    this.#arrange();
  }

  /** Draws the card; where another program lacked something, with the hosts that the reader has allowed
   * there: the whole program goes on, and that one's card, which waits, stays until then. */
  async #begin(hosts = null) {
    const begun = {};
    this.#begun = begun;
    waitNoMore(this);
    if (!hosts && this.#ready.isKept) this.#ready = later();
    this.#arrange();
    let program;
    try {
      program = await (hosts ? loadWholeProgram() : loadProgram());
    } catch (error) {
      if (this.#begun === begun) this.#fail(error);
      return;
    }
    if (this.#begun !== begun) return;
    if (this.#place) places.leave(this.#place);
    this.#place = places.take(program);
    this.#frame.add(this.#place.element, program.sheet);
    const isCurrent = (run) => this.#begun === begun && this.#run === run;
    this.#place.mounted.allow(hosts ?? []);
    this.#place.mounted.begin(
      this,
      fileOrAddress(this.#source),
      this.#run,
      (run, detail) => isCurrent(run) && this.#tellLoaded(run, detail),
      (run, json, all) => isCurrent(run) && this.#settle(json, all),
      (run, allowed) => isCurrent(run) && this.#begin(allowed),
    );
  }

  /** Takes the card away, and all that it holds. */
  #leave() {
    const place = this.#place;
    waitNoMore(this);
    this.#begun = this.#place = this.#source = null;
    this.#isDrawn = this.#isWanted = false;
    this.#renew();
    if (place) places.leave(place);
  }

  /** The program can't be had: the page's own content stays. */
  #fail(error) {
    console.error(error);
    if (this.#place) places.leave(this.#place);
    this.#begun = this.#place = this.#report = null;
    this.#reports = [];
    this.#isDrawn = this.#isWanted = false;
    this.#arrange();
    this.#ready.keep(null);
    const message = String(error?.message ?? error);
    this.#send("badge-error", { code: "no-program", message, report: null });
  }

  /** Another program that goes on loads the same file. */
  #tellLoaded(run, detail) {
    if (this.#loadedRun === run) return;
    this.#loadedRun = run;
    this.#send("badge-load", detail);
  }

  #settle(json, all) {
    const before = this.#report;
    const report = JSON.parse(json);
    const reports = all.map((each) => JSON.parse(each));
    this.#report = report;
    this.#reports = reports;
    this.#isDrawn = true;
    this.#arrange();
    this.#ready.keep(report);
    this.#again?.keep(report);
    this.#again = null;

    const { verdict, headline } = report;
    const detail = { verdict, headline, report, reports };
    this.#send("badge-report", detail);
    if (verdict !== before?.verdict || headline !== before?.headline) {
      this.#send("badge-verdict", detail);
    }
    if (reports.every((each) => each.verdict === "unreadable")) {
      const { code, detail: message } = report.problem;
      this.#send("badge-error", { code, message, report });
    }
  }

  #send(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  /** Shows by slots and states how far it has come. */
  #arrange() {
    const isLoading = this.#begun !== null && this.#report === null;
    const isPicture = this.#source !== null && !this.#file && !this.src.trim();
    this.#frame.arrange({ isLoading, isDrawn: this.#isDrawn, isPicture });
    this.#internals.ariaBusy = String(isLoading);
    const verdict = this.verdict;
    showStates(this.#internals.states, [
      isLoading && "loading",
      this.sample && "sample",
      verdict && "settled",
      verdict,
    ]);
  }
}

reflect(AssayBadge, ATTRIBUTES);

/** Browsers from before 2024 have no states, or none by such names; they do without. */
function showStates(states, names) {
  try {
    states.clear();
    for (const name of names.filter(Boolean)) states.add(name);
  } catch {
    states?.clear();
  }
}
