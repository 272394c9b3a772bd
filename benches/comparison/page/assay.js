// Assay, in a module built as the page's is.
import start, { refusal as refusalAt } from "./comparison.js";

export async function prepare() {
  await start({ module_or_path: new URL("comparison_bg.wasm", import.meta.url) });
}

/** Why a file is refused; nothing if it is accepted. */
export function refusal(bytes) {
  return refusalAt(bytes, new Date().toISOString());
}
