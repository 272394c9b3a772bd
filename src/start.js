// Loads the program. A file of its own, so that a page's security policy need not allow scripts
// in its markup.
import start from "./page.js";

start({ module_or_path: new URL("page_bg.wasm", import.meta.url) }).catch((error) => {
  console.error(error);
  const page = document.getElementById("assay-app");
  if (page) page.textContent = "This browser can't run Assay: it needs WebAssembly.";
});
