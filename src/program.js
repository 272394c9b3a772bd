// The program that checks badges: the wasm, fetched and started once, however many badges there are. There
// are two of it: one that most badges need, and the whole one, which the page of Assay is part of.
import * as commonModule from "./common.js";
import * as wholeModule from "./page.js";

/** The folder that this was served from, where the page of Assay is too; "" where it is not. */
const home = typeof PAGE_FOLDER === "string" ? PAGE_FOLDER : new URL("./", import.meta.url).href;

// Put in when the script is packed for release, so that whoever pins the script pins the wasm too. While
// developing there is the whole program alone.
const integrity = typeof WASM_INTEGRITY === "string" ? WASM_INTEGRITY : "";
const commonIntegrity = typeof COMMON_INTEGRITY === "string" ? COMMON_INTEGRITY : null;

let common = null;
let whole = null;

/** Resolves to the functions of the program that most badges need, or of the whole one where that was asked
 * for before; rejects where it can't be had, and tries again when asked again. */
export function loadProgram() {
  if (whole || commonIntegrity === null) return loadWholeProgram();
  const wasm = () => fetch(new URL("common_bg.wasm", import.meta.url), { integrity: commonIntegrity });
  common ??= started(commonModule, wasm).catch((error) => {
    common = null;
    throw error;
  });
  return common;
}

/** The same for the whole program, which lacks nothing. */
export function loadWholeProgram() {
  const wasm = () => fetch(new URL("page_bg.wasm", import.meta.url), { integrity });
  whole ??= started(wholeModule, wasm).catch((error) => {
    whole = null;
    throw error;
  });
  return whole;
}

async function started({ default: start, mountBadge, mountFilter, styles }, wasm) {
  await start({ module_or_path: wasm() });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles());
  return { home, mountBadge, mountFilter, sheet };
}

/** In a worker: takes the compiled program and what the page knows, then files; answers with rows. */
export function work() {
  const { default: start, checkFiles, takeOver } = wholeModule;
  const answer = (rows) => postMessage(rows);
  let done = Promise.resolve();
  addEventListener("message", ({ data: { module, known, files } }) => {
    done = done.then(() =>
      module
        ? start({ module_or_path: module }).then(() => takeOver(known, answer))
        : checkFiles(files, answer),
    );
    // So that the page hears of it.
    done.catch(reportError);
  });
}
