import { boundedText } from "../observe/bounded-text.ts";
import { closeCodeOf } from "../observe/close-codes.ts";
import { describeTime } from "../observe/describe-time.ts";
import type { RunData } from "../run/run-data.ts";
import { causesAfterOpen } from "./diagnosis-after-open.ts";
import { causesBeforeOpen } from "./diagnosis-before-open.ts";
import { type CauseRow, excluded, type Judgement, possible, standing } from "./diagnosis-cause.ts";
import { type Evidence, evidenceOf } from "./diagnosis-evidence.ts";

/** A possible cause; `check` is a way to find out. */
export interface Cause {
  id: string;
  title: string;
  verdict: Judgement[0];
  /** Empty where nothing that was seen speaks for or against it. */
  because: string;
  check: string;
}

/** The causes that a run's data leave. */
export interface Diagnosis {
  headline: string;
  facts: string[];
  /** In the order in which a connection meets them; none where it has not ended, or was no longer watched. */
  causes: Cause[];
  /** Why script cannot know more. */
  limits: string;
}

/** Why script cannot know more: {@link https://websockets.spec.whatwg.org/#feedback-from-the-protocol WHATWG WebSockets, Feedback from the protocol}. */
const LIMITS =
  "Script cannot know more: on purpose the standard makes failures look alike, or pages could probe networks. Console and network panel often tell.";

/** Causes that may settle the question alone. */
const settling: readonly CauseRow[] = [
  [
    "exception",
    "The constructor threw",
    "Correct the URL or the subprotocols.",
    ({ thrown }) =>
      thrown
        ? standing("certain", `${boundedText(thrown.name)}: ${boundedText(thrown.message)}`)
        : excluded("It did not."),
  ],
  [
    "close-frame",
    "The server sent a Close frame",
    "See what sends this code there.",
    ({ close, hasFrame }) =>
      hasFrame ? standing("certain", `It had the code ${close?.code}.`) : excluded("The code would not be 1006."),
  ],
  [
    "close-while-connecting",
    "This page called close() while connecting",
    "Wait for open.",
    ({ closing, opened }) =>
      closing && !opened ? standing("certain", "That fails the connection.") : excluded("It did not."),
  ],
  [
    "offline",
    "No network",
    "Open another site.",
    ({ isHere, run: { page } }) =>
      isHere
        ? excluded("This computer needs none.")
        : possible(`navigator.onLine is ${page.online}${page.online ? ", which promises nothing" : ""}.`),
  ],
];

/** Judges the causes of a run's end, for a URL of the reader's own. Causes are excluded by the standard or, where the text says so, by measurements. */
export function diagnose(run: RunData): Diagnosis {
  const evidence = evidenceOf(run);
  const { endedAt, opened } = evidence;
  const settled = settledBy(evidence);
  const judge = (rows: readonly CauseRow[], ruledOut: string | null) =>
    rows.map(([id, title, check, judgementOf]): Cause => {
      const own = judgementOf(evidence);
      const [verdict, because] = ruledOut === null || own[2] ? own : excluded(ruledOut);
      return { id, title, verdict, because, check: check || curlOf(run.url) };
    });
  const causes = [
    ...judge(settling, settled),
    ...judge(causesBeforeOpen, settled ?? (opened ? "It opened." : null)),
    ...judge(causesAfterOpen, settled ?? (opened ? null : "It never opened.")),
  ];
  return {
    headline: headlineOf(evidence),
    facts: factsOf(evidence),
    causes: endedAt === null ? [] : causes,
    limits: LIMITS,
  };
}

/** The fact that excludes all other causes; else `null`. */
function settledBy({ thrown, hasFrame, isViolation, closing, opened }: Evidence): string | null {
  if (thrown) return "The constructor threw.";
  if (hasFrame) return "A Close frame came.";
  if (isViolation) return "The policy forbade it.";
  return closing && !opened ? "close() fails the connection." : null;
}

function headlineOf({ close, endedAt, hasFrame, opened, thrown }: Evidence): string {
  if (endedAt === null) return "Not known: it has not ended, or was not watched.";
  if (thrown) return "The constructor threw.";
  if (!close) return "It never opened.";
  const { name, meaning } = closeCodeOf(close.code);
  if (hasFrame) return `${close.code} (${name}): ${meaning}`;
  return opened ? "1006 after open: no Close frame came." : "1006 before open: it never opened.";
}

function factsOf({ run: { events, page, violations, localNetwork } }: Evidence): string[] {
  return [
    ...events.filter(({ kind }) => !/send|message/.test(kind)).map(({ kind, at }) => `${kind}: ${describeTime(at)}`),
    `onLine: ${page.online}`,
    `page: ${page.protocol}`,
    `policy violations: ${violations.length}`,
    `local network: ${localNetwork ?? "unknown"}`,
  ];
}

/** A request that shows how the server answers; the key is 16 bytes of zeros. */
function curlOf(url: string): string {
  const address = URL.parse(url)?.href.replace(/^ws/, "http").replaceAll("'", "%27");
  return `curl -i -N --http1.1 -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==' '${address}'`;
}
