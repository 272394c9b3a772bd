// Properties that are attributes too.

/** Gives a class a property for each attribute, of the same meaning. */
export function reflect(Class, attributes) {
  for (const [attribute, { property, isBoolean }] of Object.entries(attributes)) {
    Object.defineProperty(Class.prototype, property, {
      configurable: true,
      enumerable: true,
      get() {
        return isBoolean ? this.hasAttribute(attribute) : (this.getAttribute(attribute) ?? "");
      },
      set(value) {
        if (isBoolean) this.toggleAttribute(attribute, Boolean(value));
        else if (value === null || value === undefined) this.removeAttribute(attribute);
        else this.setAttribute(attribute, value);
      },
    });
  }
}

/** Sets once more what the page has set before the element's class was there. */
export function takeOver(element, attributes, others) {
  const properties = Object.values(attributes).map(({ property }) => property);
  for (const property of [...properties, ...others]) {
    if (!Object.hasOwn(element, property)) continue;
    const value = element[property];
    delete element[property];
    element[property] = value;
  }
}
