import { REFUSAL, type Refusal } from "./refusal.ts";

/** Counts connections, in total and by address. */
export class Admission {
  readonly #limits: { maxConnections: number; maxConnectionsPerAddress: number };
  readonly #counts = new Map<string, number>();
  #total = 0;

  constructor(limits: { maxConnections: number; maxConnectionsPerAddress: number }) {
    this.#limits = limits;
  }

  /** Counts a connection in, or says why not; what was let in must `leave`. */
  enter(address: string): Refusal | null {
    const { maxConnections, maxConnectionsPerAddress } = this.#limits;
    const count = this.#counts.get(address) ?? 0;
    if (this.#total >= maxConnections) return REFUSAL.tooMany(maxConnections);
    if (count >= maxConnectionsPerAddress) return REFUSAL.tooManyOfAddress(maxConnectionsPerAddress);
    this.#counts.set(address, count + 1);
    this.#total++;
    return null;
  }

  /** Counts a connection out. */
  leave(address: string): void {
    const count = (this.#counts.get(address) ?? 0) - 1;
    if (count > 0) this.#counts.set(address, count);
    else this.#counts.delete(address);
    this.#total--;
  }
}
