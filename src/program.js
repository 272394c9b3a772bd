// The program that checks badges: the wasm, fetched and started once, however many badges there are.
import start, { checkFiles, mountBadge, mountFilter, styles, takeOver } from "./page.js";

/** The folder that this was served from, where the page of Assay is too; "" where it is not. */
const home = typeof PAGE_FOLDER === "string" ? PAGE_FOLDER : new URL("./", import.meta.url).href;

// Put in when the script is packed for release, so that whoever pins the script pins the wasm too.
const integrity = typeof WASM_INTEGRITY === "string" ? WASM_INTEGRITY : "";

let program = null;

/** Resolves to the program's functions; rejects where it can't be had, and tries again when asked again. */
export function loadProgram() {
  program ??= started().catch((error) => {
    program = null;
    throw error;
  });
  return program;
}

async function started() {
  const wasm = new URL("page_bg.wasm", import.meta.url);
  await start({ module_or_path: fetch(wasm, { integrity }) });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles());
  return { home, mountBadge, mountFilter, sheet };
}

/** In a worker: takes the compiled program and what the page knows, then files; answers with rows. */
export function work() {
  const answer = (rows) => postMessage(rows);
  let done = Promise.resolve();
  addEventListener("message", ({ data: { module, known, files } }) => {
    done = done.then(() =>
      module ? start({ module_or_path: module }).then(() => takeOver(known, answer)) : checkFiles(files, answer),
    );
    // So that the page hears of it.
    done.catch(reportError);
  });
}
