import { watchViolations } from "../observe/watch-violations.ts";
import type { Choice, RunLab } from "../run/run.ts";
import type { Violation } from "../run/run-data.ts";
import type { Session } from "../run/session.ts";
import { askLabIndex } from "./lab-index.ts";
import type { Unreachable } from "./offer.ts";
import { runElsewhere } from "./run-elsewhere.ts";

/** For how long a lab that answered is not asked again, in milliseconds. */
const KNOWN = 60_000;

/** Labs that answered, by their address, for all elements of the page. */
const known = new Map<string, { lab: RunLab; at: number }>();

/** Connects to the lab, once that has answered; replays where nothing is to be connected. Fulfilled with why there is no lab, else with `null`. */
export async function connect(
  session: Session,
  choice: Choice,
  url: URL,
  replay: () => void,
): Promise<Unreachable | null> {
  const { ending } = choice;
  const controller = session.asking;
  const done = () => {
    session.asking = null;
  };
  if (controller === null || controller.signal.aborted) {
    done();
    session.say("Not connected.");
    return null;
  }
  if (session.mode === "recorded" || ending === null) {
    done();
    replay();
    return null;
  }
  // Neither comes as far as a lab.
  const needsNoLab = ending.connectsTo === "unknown-host" || ending.connectsTo === "lab-forbidden-by-csp";
  const before = known.get(url.href);
  let lab: RunLab | null = needsNoLab ? { url, ports: {} } : null;
  if (before && performance.now() - before.at < KNOWN) lab = before.lab;
  if (!lab) {
    session.host.setState("connecting", `Looking for the lab at ${url.href}`);
    const { signal } = controller;
    const violations: Violation[] = [];
    watchViolations(document, violations, signal);
    const answer = await askLabIndex(url.href, fetch.bind(globalThis), signal);
    const wasAborted = signal.aborted;
    controller.abort();
    if (wasAborted || answer.problem !== null) {
      done();
      session.lab = null;
      session.say(wasAborted ? "Not connected." : `Not connected: no lab answers at ${url.href}.`);
      return wasAborted || answer.problem === null ? null : { ...answer, lab: url, violations };
    }
    lab = { url, ports: answer.ports };
    known.set(url.href, { lab, at: performance.now() });
  }
  done();
  if (ending.connectsTo === "lab" && ending.id !== "page-leaves") session.run(choice, lab);
  else await runElsewhere(session, choice, lab);
  return null;
}
