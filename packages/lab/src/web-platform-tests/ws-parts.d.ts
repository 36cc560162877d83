import type { Socket } from "node:net";
import type { Writable } from "node:stream";

// ws exports these; @types/ws does not know of it yet. Declared is what is used here.
declare module "ws" {
  /** The parsed value of Sec-WebSocket-Extensions: for every extension its offers. */
  type Extensions = Record<string, Record<string, unknown>[]>;

  export const extension: {
    /** @throws {SyntaxError} */
    parse(header: string): Extensions;
    format(extensions: Record<string, unknown>): string;
  };

  export class PerMessageDeflate {
    static readonly extensionName: "permessage-deflate";
    constructor(options: { isServer: boolean; maxPayload: number });
    /** @throws {Error} where no offer can be accepted. */
    accept(offers: Record<string, unknown>[]): Record<string, unknown>;
    cleanup(): void;
  }

  type Negotiated = Partial<Record<"permessage-deflate", PerMessageDeflate>>;

  /** Emits `message`, `ping`, `conclude` and `error`. */
  export class Receiver extends Writable {
    constructor(options: { isServer: boolean; maxPayload: number; maxFragments: number; extensions: Negotiated });
  }

  export class Sender {
    constructor(socket: Socket, extensions: Negotiated);
    send(
      data: string | Buffer,
      options: { binary: boolean; compress: boolean; fin: boolean; mask: boolean },
      done: (error?: Error | null) => void,
    ): void;
    pong(data: Buffer, mask: boolean, done?: (error?: Error | null) => void): void;
  }
}
