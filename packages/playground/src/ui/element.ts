/** Attributes of an element: `true` sets it empty, `false` leaves it out. */
export type Attributes = Record<string, string | boolean>;

/** Makes an HTML element. Strings become text nodes, so nothing given here is ever read as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) created.setAttribute(name, value === true ? "" : value);
  }
  created.append(...children);
  return created;
}
