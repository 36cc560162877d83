import { getCollection } from "astro:content";
import { toHref } from "../../components/to-href.ts";
import { inReadingOrder } from "./reading-order.ts";

/** The guides in reading order. */
export const guides = async () => inReadingOrder(await getCollection("guides"));

/** The address of a guide. The one on 1006 has a short address, because people search for it. */
export function toGuidePath(id: string): string {
  return toHref(`${id === "why-1006" ? "" : "guides/"}${id}/`);
}
