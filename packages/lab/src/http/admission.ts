import type { Socket } from "node:net";
import { REFUSAL, type Refusal } from "../responses/refusal.ts";

/**
 * Counts connections, in total and by address. Reading a socket's address takes a system call, so it is put off until
 * there are enough connections for one address to have too many.
 */
export class Admission {
  readonly #limits: { maxConnections: number; maxConnectionsPerAddress: number };
  /** Admitted sockets whose address has not been read yet. */
  readonly #uncounted = new Set<Socket>();
  readonly #addresses = new Map<Socket, string>();
  readonly #counts = new Map<string, number>();

  constructor(limits: { maxConnections: number; maxConnectionsPerAddress: number }) {
    this.#limits = limits;
  }

  /** Admits a connection, or returns the reason against it; an admitted one must `leave`. */
  enter(socket: Socket): Refusal | null {
    const { maxConnections, maxConnectionsPerAddress } = this.#limits;
    const total = this.#uncounted.size + this.#addresses.size;
    if (total >= maxConnections) return REFUSAL.tooMany(maxConnections);
    if (total < maxConnectionsPerAddress) {
      this.#uncounted.add(socket);
      return null;
    }
    for (const earlier of this.#uncounted) this.#count(earlier);
    this.#uncounted.clear();
    const count = this.#counts.get(socket.remoteAddress ?? "") ?? 0;
    if (count >= maxConnectionsPerAddress) return REFUSAL.tooManyOfAddress(maxConnectionsPerAddress);
    this.#count(socket);
    return null;
  }

  /** Removes an admitted connection from the count. */
  leave(socket: Socket): void {
    if (this.#uncounted.delete(socket)) return;
    const address = this.#addresses.get(socket) ?? "";
    this.#addresses.delete(socket);
    const count = (this.#counts.get(address) ?? 0) - 1;
    if (count > 0) this.#counts.set(address, count);
    else this.#counts.delete(address);
  }

  #count(socket: Socket): void {
    const address = socket.remoteAddress ?? "";
    this.#addresses.set(socket, address);
    this.#counts.set(address, (this.#counts.get(address) ?? 0) + 1);
  }
}
