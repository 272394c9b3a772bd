// Style sheets of the elements' own frames.

/** A sheet with these rules; null on a server that renders pages, which has none. */
export function styleSheet(rules) {
  if (!globalThis.CSSStyleSheet) return null;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
}
