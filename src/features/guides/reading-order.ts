/** The guides by their `order`: first the one to read first. */
export const inReadingOrder = <T extends { data: { order: number } }>(guides: readonly T[]): T[] =>
  guides.toSorted((a, b) => a.data.order - b.data.order);
