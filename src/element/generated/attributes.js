// Made by `cargo xtask element-api` from src/element/api.

export const BADGE_ATTRIBUTES = {
  "src": { property: "src", renews: true },
  "layout": { property: "layout" },
  "loading": { property: "loading" },
  "registry": { property: "registry", renews: true },
  "network": { property: "network" },
  "relay": { property: "relay" },
  "recipient": { property: "recipient", renews: true },
  "as-of": { property: "asOf", renews: true },
  "sample": { property: "sample", isBoolean: true },
  "checker": { property: "checker" },
};

export const GALLERY_ATTRIBUTES = {
  "skill": { property: "skill" },
};
