import { describeTime } from "../ui/describe-time.ts";
import { type CauseRow, excluded, possible, standing } from "./diagnosis-cause.ts";

/** Limits of proxies and load balancers that are often met, in seconds. */
const idleLimits = [30, 55, 60, 100, 120, 240, 300, 350, 600];

/** What Chromium does at FIN and RST, and at frames that break the protocol: `no-close-frame` and `broken-frame` in data/observations/chromium.json. */
const CHROMIUM = "Chromium fires error where it fails the connection itself, not for FIN or RST (measured).";

/** What can end an open connection without a Close frame. */
export const causesAfterOpen: readonly CauseRow[] = [
  [
    "unanswered-close",
    "No answer to close()",
    "See what the server does with a Close frame.",
    ({ closing, endedAt, engine, error }) => {
      if (!closing) return excluded("This page did not call it.");
      const waited = describeTime((endedAt ?? 0) - closing.at);
      const patience = engine ? ` ${engine[0]} waits ${engine[2]} s (measured).` : "";
      const because = `No Close frame came in ${waited}.${patience}`;
      return [error ? "possible" : "certain", because];
    },
  ],
  [
    "dropped",
    "FIN or RST without a Close frame: a crash, a kill",
    "See the server’s log; npx @wasclean/lab does the same.",
    ({ engine, error }) => (error && engine?.[0] === "Chromium" ? excluded(CHROMIUM) : possible()),
  ],
  [
    "idle",
    "An idle time-out on the way",
    "Send something every 20 s.",
    ({ endedAt, engine, error, opened, quiet }) => {
      if (error && engine?.[0] === "Chromium") return excluded(CHROMIUM);
      const times = [quiet, (endedAt ?? 0) - (opened?.at ?? 0)];
      const near = idleLimits.find((limit) => times.some((time) => Math.abs(time / 1000 - limit) < 1 + limit / 50));
      return possible(`Quiet for ${describeTime(quiet)}: ${near ? `near ${near} s, a` : "near no"} usual limit.`);
    },
  ],
  [
    "protocol-error",
    "The server broke the protocol",
    "The console says how.",
    ({ engine, error, opened }) => {
      if (!opened && error && engine?.[0] === "Firefox") {
        return standing("possible", "Firefox leaves open out where the first frame does so (measured).");
      }
      if (!error) return excluded("There was no error event.");
      return possible(engine?.[0] === "Chromium" ? CHROMIUM : "An error event came; RST may bring one too.");
    },
  ],
];
