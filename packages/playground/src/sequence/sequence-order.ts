import type { WireEvent } from "@wasclean/schema";
import type { ObservedEvent } from "../observe/observed-event.ts";
import { SideLinks } from "./side-links.ts";

/** One event of either side in its place; `at` is on the page's clock, in milliseconds, and only for comparing. */
export type Placed =
  | { side: "page"; index: number; at: number; event: ObservedEvent }
  | { side: "wire"; index: number; at: number; event: WireEvent };

/** The inaccuracy of adding and subtracting times, in milliseconds. */
const ROUNDING = 1e-6;

/**
 * Merges both sides into one order: each keeps its own, causes come before effects, and otherwise the clocks decide. A
 * recording has no times: its wire events come before the first of `error` and `close`.
 */
export function mergeSides(
  events: readonly ObservedEvent[],
  wire: readonly WireEvent[],
  isRecorded: boolean,
): Placed[] {
  const { wireBefore, pageBefore, offset } = new SideLinks(events, wire);
  if (isRecorded) {
    wireBefore[events.findIndex(({ kind }) => kind === "error" || kind === "close")] = wire.length - 1;
  }
  const placed: Placed[] = [];
  for (let page = 0, seen = 0; page < events.length || seen < wire.length; ) {
    const event = events[page];
    const passed = wire[seen];
    const at = (passed?.at ?? 0) + offset;
    const isHeld = Number(wireBefore[page]) >= seen;
    const isHolding = Number(pageBefore[seen]) >= page;
    const isPageFirst = isHeld === isHolding ? isRecorded || Number(event?.at) < at - ROUNDING : isHolding;
    if (event && (!passed || isPageFirst)) placed.push({ side: "page", index: page++, at: event.at, event });
    else if (passed) placed.push({ side: "wire", index: seen++, at, event: passed });
  }
  return placed;
}
