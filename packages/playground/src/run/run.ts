import type { EndingRow } from "../facts/ending-rows.ts";
import { clientStepsOf, type EndingValues, type ResolvedStep } from "../observe/client-steps.ts";
import { createConnectionId, labRecordUrl, labSocketUrl } from "../observe/lab-url.ts";
import type { RunData } from "./run-data.ts";

/** The reader's choice: an ending of the lab with its values, or a URL of the reader's own. */
export type Choice = { ending: EndingRow; values: EndingValues } | { ending: null; url: string };

/** The lab of a run: its address, and the ports of endings that have their own. */
export interface RunLab {
  url: URL;
  ports: Readonly<Record<string, number>>;
}

/** The plan of a run: its data, and the steps of the page. */
export interface Run {
  readonly data: RunData;
  /** The server that it runs against, in words; shown with every result. */
  readonly label: string;
  /** The connection's id in the lab, the URL of its record, and the lab's address; `null` where no lab is reached. */
  readonly record: { connection: string; url: string; lab: string } | null;
  /** The page's own steps; empty where it only watches. */
  readonly steps: readonly ResolvedStep[];
}

/** The fields of a run's data that describe the page. */
export type RunPage = Pick<RunData, "userAgent" | "page" | "startedAt">;

/** Plans a run against a lab, or with `null` against a URL of the reader's own. */
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
