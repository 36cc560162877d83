/** A close code: an integer from 0 to 65535. Engines deliver any of them, so that no narrower type fits. */
export type CloseCode = number;

interface CloseCodeEntry {
  /** Its registered name, or what its range is called. */
  name: string;
  /** One plain sentence. */
  meaning: string;
}

/** The registry of close codes: {@link https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number IANA, WebSocket Close Code Number Registry}. */
const registered = new Map<CloseCode, readonly [name: string, meaning: string]>([
  [1000, ["Normal Closure", "The connection has done what it was opened for."]],
  [1001, ["Going Away", "An endpoint goes away: a server stops, or a page is left."]],
  [1002, ["Protocol error", "An endpoint says that the other one broke the protocol."]],
  [1003, ["Unsupported Data", "An endpoint got a type of data that it cannot accept."]],
  [1004, ["Reserved", "Reserved; it has no meaning yet."]],
  [1005, ["No Status Rcvd", "A Close frame came, and it carried no code. This one is never sent."]],
  [
    1006,
    [
      "Abnormal Closure",
      "The connection failed or ended without a Close frame; script is not told why. This one is never sent.",
    ],
  ],
  [
    1007,
    ["Invalid frame payload data", "An endpoint got data that does not fit its type, such as text that is not UTF-8."],
  ],
  [1008, ["Policy Violation", "An endpoint got a message that breaks a rule of its own."]],
  [1009, ["Message Too Big", "An endpoint got a message too big for it."]],
  [1010, ["Mandatory Ext.", "The client needs an extension that the server did not agree to."]],
  [1011, ["Internal Error", "The server met something unexpected that kept it from going on."]],
  [1012, ["Service Restart", "The service restarts; one may connect again."]],
  [1013, ["Try Again Later", "The service is overloaded; one should connect again later."]],
  [1014, ["No short name", "A gateway got an invalid answer from the server behind it, like HTTP 502."]],
  [1015, ["TLS handshake", "Stands for a TLS handshake that failed. This one is never sent."]],
  [3000, ["Unauthorized", "The endpoint wants to know first who you are, like HTTP 401."]],
  [3003, ["Forbidden", "The endpoint knows who you are and does not let you in, like HTTP 403."]],
  [3008, ["Timeout", "Something took too long, like HTTP 408."]],
]);

/** Each range as its last code: {@link https://www.rfc-editor.org/rfc/rfc6455#section-7.4.2 RFC 6455 §7.4.2}. */
const ranges: readonly (readonly [last: CloseCode, name: string, meaning: string])[] = [
  [999, "Not used", "No code below 1000 is in use."],
  [2999, "Unassigned", "Kept for the protocol and its extensions; nobody has defined it."],
  [3999, "Unassigned", "For libraries and frameworks; nobody has registered it."],
  [4999, "Private Use", "An application’s own: what it means is between the two endpoints."],
  [65535, "Outside every range", "No range of codes goes up to it."],
];

/** The name and the meaning of a close code. */
export function closeCodeOf(code: CloseCode): CloseCodeEntry {
  const [name, meaning] = registered.get(code) ?? ranges.find(([last]) => code <= last)?.slice(1) ?? [];
  return { name: String(name), meaning: String(meaning) };
}

/** Whether script may pass it to `close()`: {@link https://websockets.spec.whatwg.org/#dom-websocket-close WHATWG WebSockets, close()}. */
export function isCodeForClose(code: CloseCode): boolean {
  return code === 1000 || (code >= 3000 && code <= 4999);
}

/** Whether a Close frame may carry it: {@link https://www.rfc-editor.org/rfc/rfc6455#section-7.4 RFC 6455 §7.4}. */
export function isCodeForFrame(code: CloseCode): boolean {
  return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}
