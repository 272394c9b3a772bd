// A signature alone: by the same module as Assay's, and by the browser.
import start, { ed25519, p256 } from "./comparison.js";

const ALONE = { Ed25519: ed25519, "P-256": p256 };
const KEYS = { Ed25519: "Ed25519", "P-256": { name: "ECDSA", namedCurve: "P-256" } };
const BROWSERS = { Ed25519: "Ed25519", "P-256": { name: "ECDSA", hash: "SHA-256" } };

export async function prepare() {
  await start({ module_or_path: new URL("comparison_bg.wasm", import.meta.url) });
}

/** How each contestant verifies signatures by a key that it has not read yet. */
export const VERIFIERS = {
  "Assay": (mechanism) => {
    const verifies = ALONE[mechanism];
    return ({ key, message, signature }) => verifies(key, message, signature);
  },
  "WebCrypto": (mechanism) => async ({ raw, message, signature }) => {
    const key = await crypto.subtle.importKey("raw", raw, KEYS[mechanism], false, ["verify"]);
    return crypto.subtle.verify(BROWSERS[mechanism], key, signature, message);
  },
};
