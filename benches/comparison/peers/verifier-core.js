// @digitalcredentials/verifier-core's own verification, with no registries. It has a loader of its own,
// which knows most contexts, and it fetches the JSON schema that it thinks a badge ought to meet. What it
// would fetch it gets from memory: contexts as they are, and in place of any schema one that everything
// meets, so that this check costs it next to nothing.
import { verifyCredential } from "@digitalcredentials/verifier-core";

import { contextOf } from "./contexts.js";
import { credentialsOf, firstRefusal, parse } from "./credentials.js";

const asked = new Set();

globalThis.fetch = async (request) => {
  const url = typeof request === "string" ? request : request.url;
  asked.add(url);
  const answer = url.includes("/schema/") ? {} : contextOf(url);
  return answer ? Response.json(answer) : Response.error();
};

export async function prepare() {}

/** The addresses that it has asked for. */
export const fetched = () => [...asked];

const NECESSARY = ["valid_signature", "expiration"];

async function refuses(credential) {
  const result = await verifyCredential({ credential, knownDIDRegistries: [] });
  if (result.errors) return result.errors.map(({ message }) => message).join("; ");
  const step = (id) => result.log?.find((entry) => entry.id === id);
  const failed = NECESSARY.find((id) => !step(id)?.valid);
  return failed && `${failed}: ${JSON.stringify(step(failed))}`;
}

/** Why a file is refused; nothing if it is accepted. */
export async function refusal(bytes) {
  return firstRefusal(credentialsOf(parse(bytes)), refuses);
}
