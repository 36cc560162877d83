import { getCollection } from "astro:content";
import { toHref } from "../../components/to-href.ts";

/** The guides in the order in which one reads them. */
export async function guides() {
  return (await getCollection("guides")).toSorted((a, b) => a.data.order - b.data.order);
}

/** The address of a guide; the one on 1006 is what people search for, and has a short one. */
export function toGuidePath(id: string): string {
  return toHref(`${id === "why-1006" ? "" : "guides/"}${id}/`);
}
