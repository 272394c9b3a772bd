import "assay-badge";
import badge from "./rich-genuine.json?url";
import registry from "./registry.json?url&no-inline";

for (const checker of ["", "https://assay.example/"]) {
  const element = document.createElement("assay-badge");
  Object.assign(element, { src: badge, registry, checker });
  element.textContent = "My badge";
  document.body.append(element);
}
