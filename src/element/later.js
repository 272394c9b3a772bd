/** A promise that is kept later, and whether it was. */
export function later() {
  const it = { isKept: false };
  it.promise = new Promise((resolve) => {
    it.keep = (value) => {
      it.isKept = true;
      resolve(value);
    };
  });
  return it;
}
