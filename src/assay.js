// <assay-badge> for any page, and the page of Assay itself. This script is small; the program that
// checks badges is fetched once, when there is the first badge to check.
import { AssayBadge } from "./element/badge.js";
import { loadProgram } from "./program.js";

export { AssayBadge };

// A page may have this script twice, of two folders even: the first counts.
const ELEMENTS = { "assay-badge": AssayBadge };
for (const [name, Class] of Object.entries(ELEMENTS)) {
  if (!customElements.get(name)) customElements.define(name, Class);
}

const page = document.getElementById("assay-app");
if (page) {
  loadProgram().catch((error) => {
    console.error(error);
    page.textContent = "This browser can't run Assay: it needs WebAssembly.";
  });
}
