// What an element is to show: the address of a file, or a file.

/** A value of the property `credential` as a file; a text is the credential's own, and no address. */
export function asFile(value) {
  const kind = Object.prototype.toString.call(value);
  if (kind === "[object File]" || kind === "[object Blob]") return value;
  const isBytes = kind === "[object ArrayBuffer]" || ArrayBuffer.isView(value);
  // What has no JSON, a function say, is a file with nothing in it.
  const content = isBytes || typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return new Blob([content]);
}

/** The same for an address: a data: URL is its own file, which no policy of the page's keeps away. */
export function fileOrAddress(address) {
  return /^\s*data:/i.test(address) ? asFile(address) : address;
}

/** The picture among the page's own content whose file may be a badge. */
export function ownPicture(element) {
  const pictures = [...element.querySelectorAll("img")];
  return pictures.find((picture) => addressOf(picture) && isOwn(picture, element)) ?? null;
}

/** The address of the file that a picture shows. What a browser has chosen of several may be an earlier
 * one's until it is loaded. */
export function addressOf(picture) {
  const hasChoice = picture.srcset || picture.parentElement?.localName === "picture";
  return (hasChoice && picture.currentSrc) || picture.src;
}

/** Whether it stands in the element's first slot. */
function isOwn(picture, element) {
  let node = picture;
  while (node.parentElement !== element) node = node.parentElement;
  return !node.slot;
}
