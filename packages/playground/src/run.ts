import type { Choice } from "./choice-form.ts";
import { endings } from "./endings.ts";
import type { Expectation } from "./expectation-view.ts";
import { clientStepsOf, expectedOf, type ResolvedStep } from "./expected-of.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { createConnectionId, labRecordUrl, labSocketUrl } from "./lab-url.ts";

/** One connection from the click on: what was chosen, where it goes, and what is to be stopped with it. */
export interface Run {
  readonly url: string;
  /** Where to ask what the lab saw, and the lab's address; `null` for a URL of one's own. */
  readonly record: { connection: string; url: string; lab: string } | null;
  readonly expectation: Expectation;
  /** What this page does itself once open; empty where it only watches. */
  readonly steps: readonly ResolvedStep[];
  /** The subprotocols that it asks for; `undefined`: none. */
  readonly protocols: string[] | undefined;
  readonly controller: AbortController;
  /** Whether the reader closed it, so that it did not end in the way chosen. */
  wasInterrupted: boolean;
}

/** Makes a run out of what was chosen; `null` where it needs the lab and none is given. */
export function createRun(choice: Choice, lab: URL | null): Run | null {
  const controller = new AbortController();
  const expectation = expectationOf(choice);
  const common = { expectation, controller, wasInterrupted: false };
  if (choice.ending === null) return { ...common, url: choice.url, record: null, steps: [], protocols: undefined };
  if (lab === null) return null;
  const connection = createConnectionId();
  return {
    ...common,
    url: labSocketUrl(lab, choice.ending, choice.values, connection),
    record: { connection, url: labRecordUrl(lab, connection), lab: lab.href },
    steps: clientStepsOf(choice.ending, choice.values),
    protocols: choice.ending.subprotocols,
  };
}

/** What is expected of a choice, and in words why nothing is where it is not the specifications that leave it open. */
export function expectationOf(choice: Choice): Expectation {
  if (choice.ending === null) return { ending: null, expected: null, why: null };
  const { ending, values } = choice;
  // A refusal that the ending is about is what is expected; one of the reader's choice is not.
  const refusal = ending.expected?.throws === undefined ? refusalOf(clientStepsOf(ending, values)) : null;
  const why =
    refusal === null ? null : `Nothing to compare: the call is refused, and the ending does not happen. ${refusal}`;
  return { ending, expected: why === null ? expectedOf(ending, values, endings) : null, why };
}

/** Why the first `close()` is refused that will be; `null` where none is. */
function refusalOf(steps: readonly ResolvedStep[]): string | null {
  for (const step of steps) {
    const refusal = step.do === "close" ? explainRefusal(step.code ?? null, step.reason ?? null) : null;
    if (refusal !== null) return refusal;
  }
  return null;
}
