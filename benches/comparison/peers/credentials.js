// A record's proof or token covers the credentials in it as they stand, and none of the peers looks at
// their own signatures. So each is handed over by itself, as an application would that wants a verdict on
// each, which is what Assay gives.

/** The credential, and those in it if it is a record. */
export function credentialsOf(credential) {
  return [credential, ...(credential.credentialSubject?.verifiableCredential ?? [])];
}

/** What `refuses` says of the first that it refuses; nothing where all are accepted. */
export async function firstRefusal(credentials, refuses) {
  for (const credential of credentials) {
    const refusal = await refuses(credential);
    if (refusal) return refusal;
  }
}

const decoder = new TextDecoder();

/** A file's credential in JSON. A token is none, and these libraries take nothing else. */
export function parse(bytes) {
  const text = decoder.decode(bytes);
  return text.startsWith("{") ? JSON.parse(text) : text;
}
