import type { WireEvent } from "@wasclean/schema";
import type { ObservedEvent } from "../observe/observed-event.ts";

/** One event of either side in its place; `at` is on the page's clock, in milliseconds, and is for comparing only. */
export type Placed =
  | { side: "page"; index: number; at: number; event: ObservedEvent }
  | { side: "wire"; index: number; at: number; event: WireEvent };

/** What is known of the order between the two sides. */
interface Links {
  /** By the index of a page's event, that of the wire event which comes before it for certain. */
  wireBefore: number[];
  /** By the index of a wire event, that of the page's event which comes before it for certain. */
  pageBefore: number[];
  /** What to add to a time of the lab's to get one of the page's, in milliseconds. */
  offset: number;
}

const NEVER = 1e99;

/** What adding and subtracting may change of a time, in milliseconds. */
const ROUNDING = 1e-6;

/** By who sent it and what it is (of a frame its opcode): the kind of event in the page that it causes, or that causes it. */
const kinds: Partial<Record<string, string>> = {
  serverhandshake: "open",
  server1: "message",
  server2: "message",
  client1: "send-called",
  client2: "send-called",
  client8: "close-called",
};

/**
 * Links causes to their effects: the answer to `open`, messages to their events, both Close frames to a clean `close`;
 * `send()` and `close()` to what the client sends. The clocks are linked by them: no effect comes before its cause, and no
 * request before the socket (0). Of the offsets that fit it is the largest, because the way to the request (address, TCP,
 * TLS) is longer than the one back from the answer.
 */
function linkSides(events: readonly ObservedEvent[], wire: readonly WireEvent[]): Links {
  const wireBefore: number[] = [];
  const pageBefore: number[] = [];
  const isOpen = events.some(({ kind }) => kind === "open");
  const end = events.findIndex(({ kind }) => kind === "close" || (kind === "error" && !isOpen));
  const last = events[end];
  const linked = new Set<number>();
  const over = new Set<string>();
  let least = -(wire[0]?.at ?? 0);
  let most = NEVER;
  for (const [index, passed] of wire.entries()) {
    const { at, by, kind } = passed;
    const isServer = by === "server";
    const what = kind === "frame" ? passed.opcode : kind;
    // A client's Close frame after the server's is but the answer to it.
    const wanted = what === 8 && over.size > 0 ? "" : kinds[by + what];
    const page = events.findIndex(
      (event, turn) => event.kind === wanted && !linked.has(turn) && !(event as { exception?: unknown }).exception,
    );
    const difference = (events[page]?.at ?? 0) - at;
    linked.add(page);
    if (page >= 0 && isServer) {
      wireBefore[page] = index;
      most = Math.min(most, difference);
    } else if (page >= 0) {
      pageBefore[index] = page;
      least = Math.max(least, difference);
    }
    if (what === 8 && !over.has(by) && last?.kind === "close" && last.wasClean) wireBefore[end] = index;
    if (what === 8) over.add(by);
    if (!isServer && (kind === "fin" || kind === "rst")) over.add("TCP");
    // A refusal, or the end of TCP, most often leads to the end in the page; not where the client gave up before.
    const limit = (last?.at ?? -NEVER) - at;
    if (isServer && kind !== "frame" && !over.has("TCP") && limit >= least) most = Math.min(most, limit);
  }
  return { wireBefore, pageBefore, offset: most < NEVER ? most : least };
}

/**
 * Both sides in one order: each keeps its own, causes come before effects, and else the clocks decide. A recording has no
 * times: there the wire comes before the first of `error` and `close`.
 */
export function mergeSides(
  events: readonly ObservedEvent[],
  wire: readonly WireEvent[],
  isRecorded: boolean,
): Placed[] {
  const { wireBefore, pageBefore, offset } = linkSides(events, wire);
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
