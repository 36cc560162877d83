import { MAX_TEST_MESSAGE_BYTES } from "./limits.ts";
import { extension, PerMessageDeflate } from "./ws-parts.ts";

/** permessage-deflate as agreed upon, and the value of Sec-WebSocket-Extensions that says so. */
export interface Deflate {
  deflate: PerMessageDeflate;
  header: string;
}

/**
 * Accepts permessage-deflate where the client offers it, as pywebsocket does unless a handler forbids it.
 * @throws {SyntaxError} for a header that is none.
 */
export function negotiateDeflate(header: string | undefined): Deflate | null {
  const name = PerMessageDeflate.extensionName;
  const offers = header === undefined ? undefined : extension.parse(header)[name];
  if (offers === undefined) return null;
  const deflate = new PerMessageDeflate({ isServer: true, maxPayload: MAX_TEST_MESSAGE_BYTES });
  try {
    return { header: extension.format({ [name]: deflate.accept(offers) }), deflate };
  } catch {
    return null; // offers that cannot be accepted are declined, and no reason to fail
  }
}
