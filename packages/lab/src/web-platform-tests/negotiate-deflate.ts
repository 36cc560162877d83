import { MAX_TEST_MESSAGE_BYTES } from "./limits.ts";
import { extension, PerMessageDeflate } from "./ws-parts.ts";

/** The negotiated permessage-deflate, and the Sec-WebSocket-Extensions value that confirms it. */
export interface Deflate {
  deflate: PerMessageDeflate;
  header: string;
}

/**
 * Accepts permessage-deflate if the client offers it, as pywebsocket does unless a handler forbids it.
 * @throws {SyntaxError} for a malformed header.
 */
export function negotiateDeflate(header: string | undefined): Deflate | null {
  const name = PerMessageDeflate.extensionName;
  const offers = header === undefined ? undefined : extension.parse(header)[name];
  if (offers === undefined) return null;
  const deflate = new PerMessageDeflate({ isServer: true, maxPayload: MAX_TEST_MESSAGE_BYTES });
  try {
    return { header: extension.format({ [name]: deflate.accept(offers) }), deflate };
  } catch {
    return null; // an unacceptable offer is declined, which is not a failure
  }
}
