import type { Socket } from "node:net";
import type { Writable } from "node:stream";
import * as ws from "ws";

type Done = (error?: Error | null) => void;

/** permessage-deflate, of one connection. */
export interface PerMessageDeflate {
  /** @throws {Error} where no offer can be accepted. */
  accept(offers: Record<string, unknown>[]): Record<string, unknown>;
  cleanup(): void;
}

type Negotiated = Partial<Record<"permessage-deflate", PerMessageDeflate>>;

/** Takes bytes; emits `message`, `ping`, `conclude` and `error`. */
export type Receiver = Writable;

/** Writes frames. */
export interface Sender {
  send(
    data: string | Buffer,
    options: { binary: boolean; compress: boolean; fin: boolean; mask: boolean },
    done: Done,
  ): void;
  pong(data: Buffer, mask: boolean, done?: Done): void;
}

interface Parts {
  extension: {
    /**
     * The value of Sec-WebSocket-Extensions: for every extension its offers.
     * @throws {SyntaxError}
     */
    parse(header: string): Record<string, Record<string, unknown>[]>;
    format(extensions: Record<string, unknown>): string;
  };
  PerMessageDeflate: {
    new (options: { isServer: boolean; maxPayload: number }): PerMessageDeflate;
    readonly extensionName: "permessage-deflate";
  };
  Receiver: new (options: {
    isServer: boolean;
    maxPayload: number;
    maxFragments: number;
    extensions: Negotiated;
  }) => Receiver;
  Sender: new (socket: Socket, extensions: Negotiated) => Sender;
}

/** The parts that ws is made of. It exports them, and @types/ws does not know of it: declared is what is used here. */
export const { extension, PerMessageDeflate, Receiver, Sender } = ws as unknown as Parts;
