import type { Socket } from "node:net";
import type { Writable } from "node:stream";
import * as ws from "ws";

type Done = (error?: Error | null) => void;

/** The permessage-deflate of one connection. */
export interface PerMessageDeflate {
  /** @throws {Error} if no offer can be accepted. */
  accept(offers: Record<string, unknown>[]): Record<string, unknown>;
  cleanup(): void;
}

type Negotiated = Partial<Record<"permessage-deflate", PerMessageDeflate>>;

/** A parser of frames; emits `message`, `ping`, `conclude` and `error`. */
export type Receiver = Writable;

/** A writer of frames. */
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
     * Parses Sec-WebSocket-Extensions: the offers of each extension.
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

/** Parts of ws that it exports and @types/ws lacks; only the members used here are declared. */
export const { extension, PerMessageDeflate, Receiver, Sender } = ws as unknown as Parts;
