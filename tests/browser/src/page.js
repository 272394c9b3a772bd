// Put before every script of the tests. Open shadow roots are looked into as if they were not there.

/** The element and all elements inside it, in document order, through open shadow roots. */
function* everything(root) {
  for (const element of root.querySelectorAll("*")) {
    yield element;
    if (element.shadowRoot) yield* everything(element.shadowRoot);
  }
}

/** All elements that match the selector; it cannot reach across a shadow root's border itself. */
function findAll(selector) {
  return [...everything(document)].filter((element) => element.matches(selector));
}

/** The first element that matches the selector, or null. */
function find(selector) {
  return findAll(selector)[0] ?? null;
}

/** The text that a reader sees in a node: shadow roots and slots as shown, hidden parts left out. */
function text(node = document.body) {
  if (!node) return "";
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType === Node.ELEMENT_NODE) {
    if (["SCRIPT", "STYLE", "TEMPLATE"].includes(node.tagName)) return "";
    const style = getComputedStyle(node);
    if (style.display === "none" || style.visibility === "hidden") return "";
    const shown = shownChildren(node).map(text).join("");
    return style.display.startsWith("inline") || style.display === "contents" ? shown : `\n${shown}\n`;
  }
  return [...node.childNodes].map(text).join("");
}

function shownChildren(element) {
  if (element.shadowRoot) return [...element.shadowRoot.childNodes];
  const slotted = element.tagName === "SLOT" ? element.assignedNodes() : [];
  return slotted.length > 0 ? slotted : [...element.childNodes];
}

/** What a browser sends when something is pasted. */
function pasteEvent(clipboardData) {
  const options = { bubbles: true, cancelable: true, composed: true };
  const event = new ClipboardEvent("paste", { clipboardData, ...options });
  // Firefox does not take it from there.
  if (event.clipboardData !== clipboardData) Object.defineProperty(event, "clipboardData", { value: clipboardData });
  return event;
}
