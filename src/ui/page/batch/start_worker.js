// Starting a worker takes an address that the page trusts (Trusted Types): its policy makes this one alone.
let policy = null;

/** A worker of the page's own script, which there takes files (src/program.js). */
export function startWorker() {
  const address = new URL("assay.js", document.baseURI).href;
  policy ??= globalThis.trustedTypes?.createPolicy("assay", { createScriptURL: () => address });
  return new Worker(policy ? policy.createScriptURL("") : address, { type: "module", name: "assay" });
}
