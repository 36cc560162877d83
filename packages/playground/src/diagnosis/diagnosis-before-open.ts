import { type CauseRow, excluded, possible, standing } from "./diagnosis-cause.ts";
import { isLoopback } from "./diagnosis-evidence.ts";
import { describePatience, enginesThatThrowForPolicy } from "./measured-engine.ts";

/** Addresses that may belong to a local network, or to this computer; some others are among them. */
const maybeLocal = /^(0|10|100|127|169|172|192)\.|^\[[^23]/;

const names = new Intl.ListFormat("en");

const isAddress = (host: string) => /^[\d.]+$|^\[/.test(host);

/** Causes that keep a connection from opening, in the order in which a connection meets them. */
export const causesBeforeOpen: readonly CauseRow[] = [
  [
    "mixed-content",
    "Mixed content: ws: from an https: page",
    "Use wss:.",
    ({ isForbidden, isSecure, isHere, run }) => {
      if (isSecure) return excluded("The URL is wss:.");
      if (isHere) return excluded("This computer counts as secure.");
      if (/^(http|file):/.test(run.page.protocol)) return excluded("The page is not https:.");
      return isForbidden ? standing("possible", "Chromium throws then.") : possible();
    },
  ],
  [
    "csp",
    "The page’s Content-Security-Policy",
    "Allow the URL in connect-src.",
    ({ isForbidden, isViolation }) => {
      if (isViolation) return standing("certain", "Its connect-src forbids the URL.");
      return isForbidden
        ? standing("possible", `${names.format(enginesThatThrowForPolicy())} throw then (measured).`)
        : excluded("No violation event came.");
    },
  ],
  [
    "local-network",
    "The permission for the local network",
    "See the site’s permissions.",
    ({ host, run: { localNetwork, page } }) => {
      if (localNetwork === "granted") return excluded("It is granted.");
      if (isLoopback(page.host)) return excluded("The page is from this computer.");
      if (isAddress(host) && !maybeLocal.test(host)) return excluded("The address is not local.");
      return possible(`Its state is ${localNetwork ?? "unknown"}.`);
    },
  ],
  [
    "dns",
    "The host’s name does not resolve",
    "nslookup and the name.",
    ({ host }) => (isAddress(host) || host === "localhost" ? excluded("There is no name to look up.") : possible()),
  ],
  ["refused", "Nothing listens, or the port is blocked", "curl says so.", () => possible()],
  [
    "tls",
    "TLS fails, e.g. the certificate",
    "Open it in a tab, as https:.",
    ({ host, isHere, isSecure }) => {
      if (isSecure) return possible();
      return isHere && isAddress(host)
        ? excluded("ws: has no TLS.")
        : possible("Only if HSTS or upgrade-insecure-requests makes it wss:.");
    },
  ],
  ["http-status", "An HTTP status: 401, 403, 404, 426, 429, 5xx", "", () => possible()],
  ["redirect", "A redirect: browsers follow none here", "curl shows a 3xx.", () => possible()],
  [
    "no-upgrade",
    "No valid upgrade: Sec-WebSocket-Accept wrong, a proxy without WebSocket",
    "curl must show 101, Upgrade and Sec-WebSocket-Accept.",
    () => possible(),
  ],
  [
    "subprotocol",
    "Subprotocols or extensions do not agree",
    "curl must show one that was asked for, or none.",
    ({ run }) => possible(`Subprotocols asked for: ${run.protocols.length}.`),
  ],
  [
    "no-answer",
    "No answer to the opening handshake",
    "curl hangs.",
    ({ endedAt, engine }) => {
      if (!engine?.opening) return possible("This browser was not measured.");
      const because = describePatience(engine.name, engine.opening);
      // Timers are not exact: 5 % are allowed for.
      return endedAt !== null && endedAt < engine.opening.seconds * 950 ? excluded(because) : possible(because);
    },
  ],
];
