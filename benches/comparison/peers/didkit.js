// @spruceid/didkit-wasm. It is published for bundlers that take wasm for a module; `cargo xtask bench`
// makes `didkit_wasm_bg.js` beside this, which takes the wasm's exports from whoever instantiates it.
import * as didkit from "./didkit_wasm_bg.js";

import { credentialsOf, firstRefusal } from "./credentials.js";

export async function prepare() {
  const wasm = fetch(new URL("didkit_wasm_bg.wasm", import.meta.url));
  const imports = { "./didkit_wasm_bg.js": didkit };
  const { instance } = await WebAssembly.instantiateStreaming(wasm, imports);
  didkit.setWasm(instance.exports);
}

const decoder = new TextDecoder();

async function refuses(text) {
  const options = text.startsWith("{") ? {} : { proofFormat: "jwt" };
  try {
    const result = JSON.parse(await didkit.verifyCredential(text, JSON.stringify(options)));
    return result.errors.length ? result.errors.join("; ") : undefined;
  } catch (error) {
    return String(error?.message ?? error);
  }
}

/** The credential in a token. */
function payloadOf(token) {
  const base64 = token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return JSON.parse(decoder.decode(bytes)).vc;
}

/** Why a file is refused; nothing if it is accepted. */
export async function refusal(bytes) {
  const text = decoder.decode(bytes);
  const [, ...inside] = credentialsOf(text.startsWith("{") ? JSON.parse(text) : payloadOf(text));
  const texts = inside.map((each) => (typeof each === "string" ? each : JSON.stringify(each)));
  return firstRefusal([text, ...texts], refuses);
}
