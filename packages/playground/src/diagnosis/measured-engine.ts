import type { EndingId } from "@wasclean/schema/ids";
import { engineOf, observationsOf } from "../facts/engines.ts";

/** How long an engine waited, in whole seconds; `isMinimum` where the lab stopped waiting first. */
export interface Patience {
  seconds: number;
  isMinimum: boolean;
}

/** The measured engine of a browser, with what tells the causes of a failure apart in it. */
export interface MeasuredEngine {
  /** Its display name. */
  name: string;
  /** With an opening handshake that nobody answers; `null` where that was not measured. */
  opening: Patience | null;
  /** With a closing handshake that nobody answers; `null` where that was not measured. */
  closing: Patience | null;
  /** Whether `error` may come before `close` where the server ends TCP by FIN or by RST; `true` where that was not measured. */
  mayFireErrorAfterDrop: boolean;
  /** Whether `open` is left out where the server's first frame breaks the protocol. */
  skipsOpen: boolean;
}

/** The measured engine of a browser, by `navigator.userAgent`; `null` where it was not measured. */
export function measuredEngineOf(userAgent: string): MeasuredEngine | null {
  const engine = engineOf(userAgent)?.engine;
  if (engine === undefined) return null;
  const outcomes = (ending: EndingId) => outcomesOf(engine.id, ending);
  const dropped = [...outcomes("fin-no-close"), ...outcomes("rst-no-close")];
  return {
    name: engine.name,
    opening: patienceIn(outcomes("handshake-no-answer")),
    closing: patienceIn(outcomes("client-close-never")),
    mayFireErrorAfterDrop: dropped.length === 0 || dropped.some(({ events }) => events.includes("error")),
    skipsOpen: outcomes("frame-opcode-3").some(({ events }) => !events.includes("open")),
  };
}

/** The names of the browsers whose constructor threw for a connection that the page's policy forbids. */
export function enginesThatThrowForPolicy(): string[] {
  const seen = observationsOf("connect-forbidden-by-csp" satisfies EndingId);
  return seen.filter(({ observation }) => observation?.throws).map(({ engine }) => engine.name);
}

/** A wait in words: `Firefox waits 20 s (measured).` */
export function describePatience(name: string, { seconds, isMinimum }: Patience): string {
  return `${name} waits ${isMinimum ? "at least " : ""}${seconds} s (measured).`;
}

function outcomesOf(engine: string, ending: EndingId) {
  const observation = observationsOf(ending).find((each) => each.engine.id === engine)?.observation;
  return observation ? (observation.variants ?? [observation]) : [];
}

/** The shortest wait of all runs. */
function patienceIn(outcomes: ReturnType<typeof outcomesOf>): Patience | null {
  const [shortest] = outcomes.toSorted((a, b) => (a.seconds ?? 0) - (b.seconds ?? 0));
  if (!shortest?.seconds) return null;
  return { seconds: shortest.seconds, isMinimum: shortest.serverSaw.some(({ kind }) => kind === "timeout") };
}
