import { describeTime } from "../observe/describe-time.ts";
import { type CauseRow, excluded, possible, standing } from "./diagnosis-cause.ts";
import { describePatience, type MeasuredEngine } from "./measured-engine.ts";

/** Limits of proxies and load balancers that are often met, in seconds. */
const idleLimits = [30, 55, 60, 100, 120, 240, 300, 350, 600];

/** Why an `error` event excludes FIN and RST in an engine; `null` in one that fires it for them too, or was not measured. */
function errorMeans(engine: MeasuredEngine | null): string | null {
  if (engine === null || engine.mayFireErrorAfterDrop) return null;
  return `${engine.name} fires error where it fails the connection itself, not for FIN or RST (measured).`;
}

/** Causes that end an open connection without a Close frame. */
export const causesAfterOpen: readonly CauseRow[] = [
  [
    "unanswered-close",
    "No answer to close()",
    "See what the server does with a Close frame.",
    ({ closing, endedAt, engine, error }) => {
      if (!closing) return excluded("This page did not call it.");
      const waited = describeTime((endedAt ?? 0) - closing.at);
      const patience = engine?.closing ? ` ${describePatience(engine.name, engine.closing)}` : "";
      return [error ? "possible" : "certain", `No Close frame came in ${waited}.${patience}`];
    },
  ],
  [
    "dropped",
    "FIN or RST without a Close frame: a crash, a kill",
    "See the server’s log; npx @wasclean/lab does the same.",
    ({ engine, error }) => {
      const why = error ? errorMeans(engine) : null;
      return why === null ? possible() : excluded(why);
    },
  ],
  [
    "idle",
    "An idle time-out on the way",
    "Send something every 20 s.",
    ({ endedAt, engine, error, opened, quiet }) => {
      const why = error ? errorMeans(engine) : null;
      if (why !== null) return excluded(why);
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
      if (!opened && error && engine?.skipsOpen) {
        return standing("possible", `${engine.name} leaves open out where the first frame does so (measured).`);
      }
      if (!error) return excluded("There was no error event.");
      return possible(errorMeans(engine) ?? "An error event came; RST may bring one too.");
    },
  ],
];
