import { type Violation, watchViolations } from "../observe/watch-violations.ts";
import type { Choice, RunLab } from "../run/run.ts";
import type { Session } from "../run/session.ts";
import { askLabIndex } from "./lab-index.ts";
import type { Unreachable } from "./offer.ts";
import { runElsewhere } from "./run-elsewhere.ts";

/** Milliseconds for which a lab that answered is not asked again. */
const KNOWN = 60_000;

/** Labs that answered, by their address, for all elements of the page. */
const known = new Map<string, { lab: RunLab; at: number }>();

/**
 * Connects to the lab once it has answered, or replays in the mode `recorded`. Frames are put into `parent`. Resolves
 * with the reason where no lab answers, else with `null`.
 */
export async function connect(
  session: Session,
  parent: Node,
  choice: Choice,
  url: URL,
  replay: () => void,
): Promise<Unreachable | null> {
  const { ending } = choice;
  const { asking } = session;
  if (asking === null || asking.signal.aborted) {
    session.asking = null;
    session.say("Not connected.");
    return null;
  }
  if (session.mode === "recorded" || ending === null) {
    session.asking = null;
    replay();
    return null;
  }
  // Connections to an unknown host, or forbidden by a policy, never reach a lab.
  const needsNoLab = ending.connectsTo === "unknown-host" || ending.connectsTo === "lab-forbidden-by-csp";
  const found = needsNoLab ? { url, ports: {} } : (knownLab(url) ?? (await askLab(session, url, asking)));
  session.asking = null;
  if (found === null || "problem" in found) {
    session.lab = null;
    session.say(found === null ? "Not connected." : `Not connected: no lab answers at ${url.href}.`);
    return found;
  }
  if (ending.connectsTo === "lab" && ending.client.every((step) => step.do !== "leave-page")) {
    session.run(choice, found);
  } else await runElsewhere(session, parent, choice, found);
  return null;
}

function knownLab({ href }: URL): RunLab | null {
  const before = known.get(href);
  return before && performance.now() - before.at < KNOWN ? before.lab : null;
}

/** Asks the lab for its ports; `null` where the reader cancelled. */
async function askLab(session: Session, url: URL, asking: AbortController): Promise<RunLab | Unreachable | null> {
  session.host.setState("connecting", `Looking for the lab at ${url.href}`);
  const { signal } = asking;
  const violations: Violation[] = [];
  watchViolations(document, violations, signal);
  const answer = await askLabIndex(url.href, fetch.bind(globalThis), signal);
  if (signal.aborted) return null;
  // Ends the watching.
  asking.abort();
  if (answer.problem !== null) return { ...answer, lab: url, violations };
  const lab = { url, ports: answer.ports };
  known.set(url.href, { lab, at: performance.now() });
  return lab;
}
