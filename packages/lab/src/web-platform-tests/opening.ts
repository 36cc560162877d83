import type { CloseBody } from "../wire/close-frame.ts";

/** A header: its name and value. */
export type HeaderLine = [name: string, value: string];

/** Chooses the Close frame that answers the client's; `null` ends the connection instead. */
export type AnswerClose = (close: CloseBody) => CloseBody | null | Promise<CloseBody | null>;

/** Options of a completed opening handshake. */
export interface Opening {
  /** The subprotocol: required if the client asked for one, forbidden if not. */
  protocol?: string | null;
  /** Whether the client asked for subprotocols; `false` ignores its header. */
  protocolAsked?: boolean;
  headers?: HeaderLine[];
  /** Whether to accept permessage-deflate if the client offers it. Default: true. */
  deflate?: boolean;
  /** Default: 1000 without a reason. */
  answerClose?: AnswerClose;
}

/** The parts of a completed opening handshake that differ between connections; `null` leaves a header out. */
export interface OpeningHead {
  accept: string;
  protocol: string | null;
  extensions: string | null;
  headers: HeaderLine[];
}

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** The bytes of an HTTP/1.1 head; headers may be repeated. */
export function encodeHead(status: string, headers: HeaderLine[]): Buffer {
  return Buffer.from(`HTTP/1.1 ${status}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`);
}

/** The head with which pywebsocket refuses where a handler fails before the opening handshake is completed. */
export const FORBIDDEN_HEAD = encodeHead("403 Forbidden", [
  ["Content-Length", "0"],
  ["Connection", "close"],
]);

/** The head that completes an opening handshake. */
export function encodeOpeningHead({ accept, protocol, extensions, headers }: OpeningHead): Buffer {
  const lines: HeaderLine[] = [
    ["Upgrade", "websocket"],
    ["Connection", "Upgrade"],
    ["Sec-WebSocket-Accept", accept],
  ];
  if (protocol !== null) lines.push(["Sec-WebSocket-Protocol", protocol]);
  if (extensions !== null) lines.push(["Sec-WebSocket-Extensions", extensions]);
  return encodeHead("101 Switching Protocols", [...lines, ...headers]);
}

/** Whether a subprotocol is chosen exactly where the client asked for one, and is a token. */
export function isSubprotocolRight(protocol: string | null, isAsked: boolean): boolean {
  return (protocol !== null) === isAsked && (protocol === null || TOKEN.test(protocol));
}
