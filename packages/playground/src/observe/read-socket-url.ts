/** The message for a URL that cannot be read. */
export const URL_PROBLEM =
  "Type the whole URL of a WebSocket server, such as wss://example.com/chat: ws:// or wss:// at its beginning, and no # in it.";

/** Reads the URL of a WebSocket as typed; http and https become ws and wss, as browsers do it nowadays ({@link https://websockets.spec.whatwg.org/#dom-websocket-websocket WHATWG WebSockets, constructor}). `null` where the constructor would refuse it, or would take it as relative. */
export function readSocketUrl(text: string): string | null {
  const { href = "" } = URL.parse(text.trim()) ?? {};
  // An empty fragment is one too.
  return /^(ws|http)s?:[^#]*$/.test(href) ? href.replace(/^http/, "ws") : null;
}
