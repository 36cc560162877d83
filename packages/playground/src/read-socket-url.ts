/** What can be wrong with the URL of a WebSocket. */
export type SocketUrlProblem = "URL_EMPTY" | "URL_NOT_ABSOLUTE" | "URL_SCHEME" | "URL_FRAGMENT";

/** A URL as the WebSocket constructor takes it, or what is wrong with it. */
export type SocketUrlReading = { value: string; problem: null } | { value: null; problem: SocketUrlProblem };

/** Schemes as the constructor rewrites them: {@link https://websockets.spec.whatwg.org/#dom-websocket-websocket WHATWG WebSockets, constructor}. */
const schemes = new Map([
  ["ws:", "ws:"],
  ["wss:", "wss:"],
  ["http:", "ws:"],
  ["https:", "wss:"],
]);

const words: Record<SocketUrlProblem, string> = {
  URL_EMPTY: "Type the URL of a WebSocket server, such as wss://example.com/chat.",
  URL_NOT_ABSOLUTE: "This is not a whole URL. It has to begin with ws:// or wss:// and name a host.",
  URL_SCHEME: "A WebSocket URL begins with ws:// or wss:// (http:// and https:// count as these).",
  URL_FRAGMENT: "A WebSocket URL has no fragment: take away the # and what follows it.",
};

/** Reads the URL of a WebSocket as typed; http and https become ws and wss, as browsers do it nowadays. */
export function readSocketUrl(text: string): SocketUrlReading {
  const trimmed = text.trim();
  if (trimmed === "") return { value: null, problem: "URL_EMPTY" };
  const url = URL.parse(trimmed);
  if (url === null) return { value: null, problem: "URL_NOT_ABSOLUTE" };
  const scheme = schemes.get(url.protocol);
  if (scheme === undefined) return { value: null, problem: "URL_SCHEME" };
  // An empty fragment is one too, and `hash` does not show it.
  if (url.href.includes("#")) return { value: null, problem: "URL_FRAGMENT" };
  return { value: scheme + url.href.slice(url.protocol.length), problem: null };
}

/** The sentence for a reader about what is wrong with a URL. */
export function describeSocketUrlProblem(problem: SocketUrlProblem): string {
  return words[problem];
}
