import type { Duplex } from "node:stream";

/** The sockets that the lab has taken over and that are not yet closed. */
export class OpenSockets {
  readonly #cuts = new Map<Duplex, () => void>();
  #whenEmpty: (() => void) | null = null;

  /** Keeps a socket until it closes; `cut` ends it by force. */
  add(socket: Duplex, cut: () => void): void {
    this.#cuts.set(socket, cut);
    socket.once("close", () => {
      this.#cuts.delete(socket);
      if (this.#cuts.size === 0) this.#whenEmpty?.();
    });
  }

  /** Ends all sockets, by force those that are still open after `graceMs`; fulfilled once all are closed. */
  async close(graceMs: number): Promise<void> {
    if (this.#cuts.size === 0) return;
    const empty = new Promise<void>((resolve) => {
      this.#whenEmpty = resolve;
    });
    for (const socket of this.#cuts.keys()) socket.end();
    const timer = setTimeout(() => {
      for (const cut of this.#cuts.values()) cut();
    }, graceMs);
    await empty;
    clearTimeout(timer);
  }
}
