// <assay-badge> and <assay-gallery> for any page, and the page of Assay itself. This script is small; the
// program that checks badges is fetched once, when there is the first badge to check.
import { AssayBadge } from "./element/badge.js";
import { AssayGallery } from "./element/gallery.js";
import { loadWholeProgram, work } from "./program.js";

export { AssayBadge, AssayGallery };

// A page may have this script twice, of two folders even: the first counts. A server that renders pages
// has no elements.
const ELEMENTS = { "assay-badge": AssayBadge, "assay-gallery": AssayGallery };
for (const [name, Class] of Object.entries(ELEMENTS)) {
  if (!globalThis.customElements?.get(name)) globalThis.customElements?.define(name, Class);
}

const page = globalThis.document?.getElementById("assay-app");
if (page) {
  loadWholeProgram().catch((error) => {
    console.error(error);
    page.textContent = "This browser can't run Assay: it needs WebAssembly.";
  });
}

// Started as a worker by the page (start_worker.js), it checks files instead.
if (globalThis.WorkerGlobalScope && globalThis.name === "assay") work();
