/** Names that every object of JavaScript has already: as a key from outside they are lost, or found where nobody put them. */
export const JAVASCRIPT_NAMES = [
  "__proto__",
  "constructor",
  "toString",
  "toLocaleString",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "valueOf",
  "prototype",
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
] as const;
