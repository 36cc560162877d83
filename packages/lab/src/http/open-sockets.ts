import type { Duplex } from "node:stream";

/** A connection that can be ended by force. */
export interface Cuttable {
  reset(): void;
}

/** The open sockets that the lab has taken over. */
export class OpenSockets {
  readonly #cuts = new Map<Duplex, Cuttable>();
  readonly #onClose: (this: Duplex) => void;
  #whenEmpty: (() => void) | null = null;

  constructor() {
    const forget = (socket: Duplex) => {
      this.#cuts.delete(socket);
      if (this.#cuts.size === 0) this.#whenEmpty?.();
    };
    // One listener for all sockets.
    this.#onClose = function () {
      forget(this);
    };
  }

  /** Tracks a socket until it closes; `by` ends it by force. */
  add(socket: Duplex, by: Cuttable): void {
    if (!this.#cuts.has(socket)) socket.on("close", this.#onClose);
    this.#cuts.set(socket, by);
  }

  /** Ends all sockets, by force after `graceMs`; resolves once all are closed. */
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
