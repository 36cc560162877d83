import type { EndingRow } from "../facts/ending-rows.ts";
import { clientStepsOf, type EndingValues, type ResolvedStep } from "../observe/client-steps.ts";
import { createConnectionId, labRecordUrl, labSocketUrl } from "../observe/lab-url.ts";
import type { RunData } from "./run-data.ts";

/** What one chose: an ending of the lab's with its values, or a URL of one's own. */
export type Choice = { ending: EndingRow; values: EndingValues } | { ending: null; url: string };

/** The lab that a run goes to: its address, and the ports of endings that have one of their own. */
export interface RunLab {
  url: URL;
  ports: Readonly<Record<string, number>>;
}

/** One run, planned: what it is, and what the page is to do in it. */
export interface Run {
  readonly data: RunData;
  /** In words, what it runs against; stands with every result. */
  readonly label: string;
  /** The connection's id in the lab, where to ask what the lab saw of it, and the lab's address; `null` where no lab is reached. */
  readonly record: { connection: string; url: string; lab: string } | null;
  /** What this page does itself; empty where it only watches. */
  readonly steps: readonly ResolvedStep[];
}

/** What a page is: as much as is kept of it in the run's data. */
export type RunPage = Pick<RunData, "userAgent" | "page" | "startedAt">;

/** Plans a run against a lab, or, with `null`, against a URL of one's own. */
export function createRun(choice: Choice, lab: RunLab | null, protocols: readonly string[], page: RunPage): Run {
  const { ending } = choice;
  if (ending === null || lab === null) {
    const url = ending === null ? choice.url : "";
    return { data: dataOf(choice, url, protocols, page), label: "live, your URL", record: null, steps: [] };
  }
  const connection = createConnectionId();
  const url = labSocketUrl(lab.url, ending, choice.values, connection, lab.ports[ending.id]);
  return {
    data: dataOf(choice, url, protocols, page),
    label: `live, against the lab at ${lab.url.href}`,
    record: { connection, url: labRecordUrl(lab.url, connection), lab: lab.url.href },
    steps: clientStepsOf(ending, choice.values),
  };
}

function dataOf(choice: Choice, url: string, protocols: readonly string[], page: RunPage): RunData {
  const { ending } = choice;
  const { code = null, reason = null } = ending === null ? {} : choice.values;
  return {
    format: "wasclean-run",
    version: 1,
    mode: ending === null ? "own" : "live",
    engine: null,
    url,
    protocols: [...(protocols.length > 0 ? protocols : (ending?.subprotocols ?? []))],
    ending: ending?.id ?? null,
    code,
    reason,
    ...page,
    events: [],
    wire: [],
    record: null,
    violations: [],
    localNetwork: null,
  };
}
