import type { WireEvent } from "@wasclean/schema";
import type { ObservedEvent } from "../observe/observed-event.ts";

/** By sender, and by kind or opcode: the kind of page event that it causes (server) or that causes it (client). */
const linkedKinds = new Map<string, ObservedEvent["kind"]>([
  ["server handshake", "open"],
  ["server 1", "message"],
  ["server 2", "message"],
  ["client 1", "send-called"],
  ["client 2", "send-called"],
  ["client 8", "close-called"],
]);

const isRefused = (event: ObservedEvent | undefined) => event && "exception" in event && event.exception !== null;
const isCloseFrame = (event: WireEvent) => event.kind === "frame" && event.opcode === 8;

/**
 * Causes and effects between the page and the wire: the answer leads to `open`, messages to their events, both Close
 * frames to a clean `close`; `send()` and `close()` to frames of the client. They also link the two clocks: no effect
 * comes before its cause, and no request before the socket (0).
 */
export class SideLinks {
  /** By the index of a page event, the index of the last wire event that certainly comes before it. */
  readonly wireBefore: number[] = [];
  /** By the index of a wire event, the index of the page event that certainly comes before it. */
  readonly pageBefore: number[] = [];
  readonly #events: readonly ObservedEvent[];
  /** The index of the event that ended the connection in the page; -1 if none did. */
  readonly #end: number;
  /** The indexes of the events of each kind that are not linked yet, the last one first. Calls that were refused are never linked. */
  readonly #unlinked: ReadonlyMap<ObservedEvent["kind"], number[]>;
  /** The sides whose Close frame has passed. */
  readonly #closed = new Set<WireEvent["by"]>();
  #hasClientEnded = false;
  /** The bounds of the offset. */
  #least: number;
  #most = Number.POSITIVE_INFINITY;

  constructor(events: readonly ObservedEvent[], wire: readonly WireEvent[]) {
    this.#events = events;
    const indexes = [...events.keys()].filter((index) => !isRefused(events[index])).reverse();
    this.#unlinked = Map.groupBy(indexes, (index) => (events[index] as ObservedEvent).kind);
    const isOpen = events.some(({ kind }) => kind === "open");
    this.#end = events.findIndex(({ kind }) => kind === "close" || (kind === "error" && !isOpen));
    this.#least = -(wire[0]?.at ?? 0);
    for (const [index, event] of wire.entries()) {
      this.#linkToPage(index, event);
      if (isCloseFrame(event)) this.#linkToClose(index, event);
      this.#boundByEnd(event);
    }
  }

  /**
   * Milliseconds from the lab's clock to the page's. Of the offsets that fit it is the largest, because the way to the
   * request (address, TCP, TLS) takes longer than the way back from the answer.
   */
  get offset(): number {
    return Number.isFinite(this.#most) ? this.#most : this.#least;
  }

  #linkToPage(index: number, event: WireEvent): void {
    const page = this.#findPageEvent(event);
    const { at = 0 } = this.#events[page] ?? {};
    if (page < 0) return;
    if (event.by === "server") {
      this.wireBefore[page] = index;
      this.#most = Math.min(this.#most, at - event.at);
    } else {
      this.pageBefore[index] = page;
      this.#least = Math.max(this.#least, at - event.at);
    }
  }

  #findPageEvent(event: WireEvent): number {
    // A Close frame of the client after the server's is only its echo.
    if (isCloseFrame(event) && (this.#closed.size > 0 || this.#hasClientEnded)) return -1;
    const wanted = linkedKinds.get(`${event.by} ${event.kind === "frame" ? event.opcode : event.kind}`);
    return (wanted && this.#unlinked.get(wanted)?.pop()) ?? -1;
  }

  #linkToClose(index: number, { by }: WireEvent): void {
    const last = this.#events[this.#end];
    if (!this.#closed.has(by) && last?.kind === "close" && last.wasClean) this.wireBefore[this.#end] = index;
    this.#closed.add(by);
  }

  /** A refusal, or the end of TCP, mostly leads to the end in the page; not where the client gave up before. */
  #boundByEnd({ at, by, kind }: WireEvent): void {
    if (by !== "server") {
      if (kind === "fin" || kind === "rst") this.#hasClientEnded = true;
      return;
    }
    const last = this.#events[this.#end];
    if (last === undefined || kind === "frame" || this.#hasClientEnded) return;
    if (last.at - at >= this.#least) this.#most = Math.min(this.#most, last.at - at);
  }
}
