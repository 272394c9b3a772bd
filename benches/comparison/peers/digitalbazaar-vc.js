// @digitalbazaar/vc, set up as its documentation says: its own suites and drivers, a loader that has every
// context and asks no network. Contexts are tagged as static, so that they are processed once.
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { driver } from "@digitalbazaar/did-method-key";
import * as EcdsaMultikey from "@digitalbazaar/ecdsa-multikey";
import { cryptosuite as ecdsaRdfc2019 } from "@digitalbazaar/ecdsa-rdfc-2019-cryptosuite";
import * as Ed25519Multikey from "@digitalbazaar/ed25519-multikey";
import { cryptosuite as eddsaRdfc2022 } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { verifyCredential } from "@digitalbazaar/vc";

import { contextOf } from "./contexts.js";
import { credentialsOf, firstRefusal, parse } from "./credentials.js";

const didKey = driver();
didKey.use({ multibaseMultikeyHeader: "z6Mk", fromMultibase: Ed25519Multikey.from });
didKey.use({ multibaseMultikeyHeader: "zDna", fromMultibase: EcdsaMultikey.from });

const suite = [eddsaRdfc2022, ecdsaRdfc2019].map(
  (cryptosuite) => new DataIntegrityProof({ cryptosuite }),
);

async function documentLoader(url) {
  const loaded = { contextUrl: null, documentUrl: url };
  if (url.startsWith("did:key:")) return { ...loaded, document: await didKey.get({ url }) };
  const document = contextOf(url);
  if (!document) throw new Error(`no context ${url}`);
  return { ...loaded, document, tag: "static" };
}

export async function prepare() {}

async function refuses(credential) {
  const { verified, error } = await verifyCredential({ credential, suite, documentLoader });
  if (verified) return undefined;
  return error.errors?.map(({ message }) => message).join("; ") ?? error.message;
}

/** Why a file is refused; nothing if it is accepted. */
export async function refusal(bytes) {
  return firstRefusal(credentialsOf(parse(bytes)), refuses);
}
