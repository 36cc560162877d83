import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import { encodeFrame, type FrameOptions } from "../wire/encode-frame.ts";

/** The key of the example in RFC 6455 §1.3, whose accept is s3pPLMBiTxaQ9kYGzzhZRbK+xOo=. */
const KEY = "dGhlIHNhbXBsZSBub25jZQ==";

const MASK = Buffer.from("37fa213d", "hex");

/** The head of an opening handshake. */
export function request(path: string, headers: Record<string, string> = {}, start = `GET ${path} HTTP/1.1`): string {
  const all = {
    Host: "localhost",
    Upgrade: "websocket",
    Connection: "Upgrade",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": KEY,
    ...headers,
  };
  const lines = Object.entries(all).filter(([, value]) => value !== "");
  return `${start}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
}

/** A frame as a client sends it: masked. */
export const clientFrame = (options: FrameOptions) => encodeFrame({ mask: MASK, ...options });

/** A client's Close frame, its body in hexadecimal. */
export const clientClose = (body: string) => clientFrame({ opcode: 8, payload: Buffer.from(body, "hex") });

/** A TCP client that keeps all that it receives and ends its own direction only when told to. */
export class RawClient {
  readonly socket: Socket;
  received = Buffer.alloc(0);
  /** How the server's direction ended; `null` while it is open. */
  ending: "fin" | "rst" | null = null;
  #wake: () => void = () => {};

  constructor(port: number, first: string | Buffer, localAddress = "127.0.0.1") {
    this.socket = connect({ port, host: "127.0.0.1", localAddress, allowHalfOpen: true });
    this.socket.on("data", (chunk) => {
      this.received = Buffer.concat([this.received, chunk]);
      this.#wake();
    });
    this.socket.on("end", () => this.#ended("fin"));
    this.socket.on("error", () => this.#ended("rst"));
    this.socket.write(first);
    onTestFinished(() => void this.socket.destroy());
  }

  #ended(how: "fin" | "rst"): void {
    this.ending ??= how;
    this.#wake();
  }

  async #until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Everything received once that is so many bytes or the server has ended. */
  async bytes(length: number): Promise<Buffer> {
    await this.#until(() => this.received.length >= length || this.ending !== null);
    return this.received;
  }

  /** The head of the server's answer, without the empty line that ends it, once it is there. */
  async head(): Promise<string> {
    await this.#until(() => this.received.includes("\r\n\r\n") || this.ending !== null);
    return this.received.toString("latin1").split("\r\n\r\n")[0] ?? "";
  }

  /** How the server's direction ended, once it has. */
  async end(): Promise<"fin" | "rst"> {
    await this.#until(() => this.ending !== null);
    return this.ending ?? "rst";
  }
}
