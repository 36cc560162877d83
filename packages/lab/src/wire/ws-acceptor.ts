import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import type { LabLimits } from "../limits.ts";

const MAX_FRAGMENTS = 1_024;
const MAX_UNSENT = 16_384;
const NEVER_MS = 2 ** 31 - 1;

/** Completes opening handshakes by ws without a server of its own, its loose defaults tightened. */
export class WsAcceptor {
  readonly #server: WebSocketServer;
  /** The id of the connection whose handshake is being completed: ws does that within the call. */
  #id = "";

  constructor({ maxMessageBytes }: LabLimits) {
    const options = {
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: maxMessageBytes,
      maxFragments: MAX_FRAGMENTS,
      autoPong: false, // ws would cut off who sends a few pings at a time
      // The lab has time limits of its own, and they are logged; this one must not come first.
      closeTimeout: NEVER_MS,
    };
    this.#server = new WebSocketServer(options);
    this.#server.on("headers", (headers) => void headers.push(`X-WasClean-Connection: ${this.#id}`));
  }

  /** Completes an opening handshake under this id; `then` is not called where the client has gone. */
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

/** Of pings that come faster than they can be answered some are left out: RFC 6455 §5.5.3. */
function answerPing(this: WebSocket, body: Buffer): void {
  if (this.readyState === this.OPEN && this.bufferedAmount < MAX_UNSENT) this.pong(body);
}

/** Errors are of clients that break the protocol: ws answers them, and the tap has seen them. */
const ignore = () => {};
