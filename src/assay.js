// <assay-badge> for any page, and the page of Assay itself. This script is small; the program that
// checks badges is fetched once, when there is the first badge to check.
import { defineBadge } from "./element/badge.js";
import { loadProgram } from "./program.js";

defineBadge();

const page = document.getElementById("assay-app");
if (page) {
  loadProgram().catch((error) => {
    console.error(error);
    page.textContent = "This browser can't run Assay: it needs WebAssembly.";
  });
}
