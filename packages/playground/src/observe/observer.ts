import type { CloseCode } from "./close-codes.ts";
import type { ObservableSocket, ObserveOptions } from "./observe-options.ts";
import type { ObservedEvent, ObservedFact, ThrownException } from "./observed-event.ts";
import { type MessageData, summarizeMessage } from "./summarize-message.ts";

export type { SocketConstructor } from "./observe-options.ts";
export type { ObservedEvent } from "./observed-event.ts";

/** A connection under observation. */
export interface ObservedConnection {
  /** The events so far, in their order; the list grows while the connection lasts. */
  readonly events: readonly ObservedEvent[];
  /** The number of messages, including those beyond the limit. */
  readonly messageCount: number;
  /** Resolves with the events after `close`, `exception` or `abort`; never rejects. */
  readonly done: Promise<readonly ObservedEvent[]>;
  /** Sends, and records the call; returns the exception of a refusal, else `null`. Does nothing without a socket (after an exception or an abort). */
  send(data: MessageData): ThrownException | null;
  /** Closes, and records the call; returns the exception of a refusal, else `null`. Does nothing without a socket. */
  close(code?: number, reason?: string): ThrownException | null;
}

/** The implementation of `observe()`, which does not check its arguments. */
export class Observer implements ObservedConnection {
  readonly events: ObservedEvent[] = [];
  messageCount = 0;
  readonly done: Promise<readonly ObservedEvent[]>;
  #resolve: (events: readonly ObservedEvent[]) => void;
  #socket: ObservableSocket | null = null;
  #options: ObserveOptions;
  #now: () => number;
  #start: number;

  constructor(url: string, options: ObserveOptions) {
    const { promise, resolve } = Promise.withResolvers<readonly ObservedEvent[]>();
    this.done = promise;
    this.#resolve = resolve;
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#start = this.#now();
    if (options.signal?.aborted) this.#end({ kind: "abort" });
    else this.#connect(url);
  }

  send(data: MessageData): ThrownException | null {
    const socket = this.#socket;
    if (socket === null) return null;
    const exception = exceptionOf(() => socket.send(data));
    this.#record({ kind: "send-called", ...summarizeMessage(data), exception });
    return exception;
  }

  close(code?: number, reason?: string): ThrownException | null {
    const socket = this.#socket;
    if (socket === null) return null;
    const exception = exceptionOf(() => closeSocket(socket, code, reason));
    this.#record({ kind: "close-called", code: code ?? null, reason: reason ?? null, exception });
    return exception;
  }

  #connect(url: string): void {
    const { WebSocket, protocols, signal } = this.#options;
    const exception = exceptionOf(() => {
      this.#socket = protocols === undefined ? new WebSocket(url) : new WebSocket(url, protocols);
    });
    if (exception !== null) {
      this.#end({ kind: "exception", ...exception });
      return;
    }
    if (this.#socket === null) return;
    // The length and beginning of a Blob could be read later only, and out of order.
    this.#socket.binaryType = "arraybuffer";
    for (const [type, listener] of this.#listeners) this.#socket.addEventListener(type, listener);
    signal?.addEventListener("abort", this.#onAbort);
  }

  #listeners = Object.entries({
    open: () => {
      if (this.#socket !== null) {
        this.#record({ kind: "open", protocol: this.#socket.protocol, extensions: this.#socket.extensions });
      }
    },
    message: (event: Event) => {
      this.messageCount += 1;
      if (this.messageCount > (this.#options.messageLimit ?? 1000)) return this.#options.onDrop?.();
      this.#record({ kind: "message", ...summarizeMessage((event as MessageEvent<MessageData>).data) });
    },
    error: () => this.#record({ kind: "error" }),
    close: (event: Event) => {
      const { code, reason, wasClean } = event as CloseEvent;
      this.#end({ kind: "close", code: code as CloseCode, reason, wasClean });
    },
  });

  #onAbort = (): void => {
    const socket = this.#socket;
    this.#end({ kind: "abort" });
    this.#socket = null;
    if (socket !== null) exceptionOf(() => socket.close());
  };

  /** Releases socket and signal, then records the event. Calls of `close()` and `send()` are recorded after a `close`, too. */
  #end(fact: ObservedFact): void {
    for (const [type, listener] of this.#listeners) this.#socket?.removeEventListener(type, listener);
    this.#options.signal?.removeEventListener("abort", this.#onAbort);
    this.#resolve(this.events);
    this.#record(fact);
  }

  #record(fact: ObservedFact): void {
    const event: ObservedEvent = { at: this.#now() - this.#start, ...fact };
    this.events.push(event);
    this.#options.onEvent?.(event);
  }
}

/** An argument that is `undefined` is left out: libraries are stricter about it than browsers. */
function closeSocket(socket: ObservableSocket, code: number | undefined, reason: string | undefined): void {
  if (reason !== undefined) socket.close(code, reason);
  else if (code !== undefined) socket.close(code);
  else socket.close();
}

function exceptionOf(action: () => void): ThrownException | null {
  try {
    action();
    return null;
  } catch (thrown) {
    const { name = "Error", message = String(thrown) } = Object(thrown) as Partial<Error>;
    return { name, message };
  }
}
