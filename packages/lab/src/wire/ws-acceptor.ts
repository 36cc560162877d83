import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import type { LabLimits } from "../limits.ts";

const MAX_FRAGMENTS = 1_024;
const MAX_UNSENT = 16_384;
const NEVER_MS = 2 ** 31 - 1;

/** Completes opening handshakes with ws, without a server and with stricter limits than its defaults. */
export class WsAcceptor {
  readonly #server: WebSocketServer;
  /** The id of the connection in its handshake, which ws completes synchronously. */
  #id = "";

  constructor({ maxMessageBytes }: LabLimits) {
    const options = {
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: maxMessageBytes,
      maxFragments: MAX_FRAGMENTS,
      autoPong: false, // ws would drop a client that sends a few pings at once
      // The lab's own time limits are logged, so this one must never be the first.
      closeTimeout: NEVER_MS,
    };
    this.#server = new WebSocketServer(options);
    this.#server.on("headers", (headers) => void headers.push(`X-WasClean-Connection: ${this.#id}`));
  }

  /** Completes an opening handshake under the given id; `then` is not called if the client has gone. */
  accept(
    request: IncomingMessage,
    socket: Socket,
    head: Buffer,
    id: string,
    then: (webSocket: WebSocket) => void,
  ): void {
    this.#id = id;
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on("error", ignore);
      webSocket.on("ping", answerPing);
      then(webSocket);
    });
  }
}

/** Answers a ping; RFC 6455 §5.5.3 allows skipping pings that arrive faster than they can be answered. */
function answerPing(this: WebSocket, body: Buffer): void {
  if (this.readyState === this.OPEN && this.bufferedAmount < MAX_UNSENT) this.pong(body);
}

/** Ignores errors, which come from clients that break the protocol: ws answers them, and the tap has logged them. */
const ignore = () => {};
