import { connect, type Socket } from "node:net";
import { clientClose } from "./raw-client.ts";

/** What a client does of its own accord. */
export type Manners =
  /** Answers a Close frame by its own, or sends the first where none has come, and ends when the server has. */
  | "closes"
  /** Resets the connection. */
  | "resets"
  /** Nothing: does not even answer FIN. */
  | "silent";

const CLOSE = clientClose("03e8");

/**
 * A TCP client for thousands at once: it keeps nothing of what it receives. It shows its manners when the first bytes
 * come, or where it `waits` does nothing at all, not even answer FIN, until it is told to.
 */
export class LightClient {
  /** Fulfilled when the first bytes have come, or none will. */
  readonly answered: Promise<void>;
  /** Fulfilled when both directions are over. */
  readonly closed: Promise<void>;
  readonly #manners: Manners;
  readonly #socket: Socket;

  constructor(port: number, request: string, manners: Manners, waits = false) {
    this.#manners = manners;
    this.#socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    this.#socket.on("error", () => {}); // the server's RST
    this.closed = new Promise((resolve) => this.#socket.on("close", () => resolve()));
    this.answered = new Promise((resolve) => this.#socket.once("data", () => resolve()).on("close", () => resolve()));
    if (!waits) void this.answered.then(() => this.acts());
    this.#socket.write(request);
  }

  /** Shows its manners. */
  acts(): void {
    if (this.#manners === "resets") this.#socket.resetAndDestroy();
    if (this.#manners !== "closes" || !this.#socket.writable) return;
    this.#socket.write(CLOSE);
    if (this.#socket.readableEnded) this.ends();
    else this.#socket.on("end", () => this.ends());
  }

  /** Ends the client's direction. */
  ends(): void {
    this.#socket.end();
  }
}
