import type { Duplex } from "node:stream";

/** What can end a connection by force. */
export interface Cuttable {
  reset(): void;
}

/** The sockets that the lab has taken over and that are not yet closed. */
export class OpenSockets {
  readonly #cuts = new Map<Duplex, Cuttable>();
  readonly #onClose: (this: Duplex) => void;
  #whenEmpty: (() => void) | null = null;

  constructor() {
    const forget = (socket: Duplex) => {
      this.#cuts.delete(socket);
      if (this.#cuts.size === 0) this.#whenEmpty?.();
    };
    // One function for all sockets.
    this.#onClose = function () {
      forget(this);
    };
  }

  /** Keeps a socket until it closes; `by` can end it by force. */
  add(socket: Duplex, by: Cuttable): void {
    if (!this.#cuts.has(socket)) socket.on("close", this.#onClose);
    this.#cuts.set(socket, by);
  }

  /** Ends all sockets, by force those that are still open after `graceMs`; fulfilled once all are closed. */
  async close(graceMs: number): Promise<void> {
    if (this.#cuts.size === 0) return;
    const empty = new Promise<void>((resolve) => {
      this.#whenEmpty = resolve;
    });
    for (const socket of this.#cuts.keys()) socket.end();
    const timer = setTimeout(() => {
      for (const by of this.#cuts.values()) by.reset();
    }, graceMs);
    await empty;
    clearTimeout(timer);
  }
}
