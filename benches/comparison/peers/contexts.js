// The contexts that Assay bundles too; `cargo xtask bench` makes the file.
import contexts from "./contexts.json";

/** The context document of this address, or nothing. */
export const contextOf = (url) => contexts[url];
