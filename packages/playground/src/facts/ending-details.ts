import type { Ending, Observation } from "@wasclean/schema";
import type { CloseCode } from "../observe/close-codes.ts";
import { type EndingRow, findEndingRow } from "./ending-rows.ts";
import file from "./measurements.json" with { type: "json" };

type Expectation = Pick<Ending, "expected" | "inferred" | "expectedForCodes" | "expectedForLongReason" | "server">;

/** An ending with the facts of the second part. `parameters` and `client` of a preset are those of the ending it presets. */
export interface EndingDetails extends EndingRow, Expectation, Pick<Ending, "citation"> {
  /** The id of the ending that a preset belongs to, or the ending's own. */
  row: string;
  /** A preset's code, else `null`. */
  presetCode: CloseCode | null;
  /** Per engine of `measurements.engines`: its observation, or why it was not measured; `null` where neither is known. */
  seen: readonly (Observation | string | null)[];
}

/** An engine that was measured. */
export interface Engine {
  /** As in `data/observations/<id>.json`. */
  id: string;
  /** Its display name. */
  name: string;
  version: string;
  /** Operating system with its version, and architecture. */
  os: string;
  /** The day of the observations, in ISO 8601. */
  observedOn: string;
  /** A remark on how to read the results; else `null`. */
  note: string | null;
  /** A pattern for `navigator.userAgent`, whose group is the major version; `null` for engines without one. */
  userAgent: string | null;
}

/** The file `measurements.json`. Equal citations and equal observations are stored once. */
export interface MeasurementsFile {
  /** In the order of `data/engines.json`. */
  engines: readonly Engine[];
  citations: readonly Ending["citation"][number][];
  /** Observations, and reasons for their absence. */
  observations: readonly (Observation | string)[];
  /** By id, presets included; `citation` and `seen` are indexes. */
  endings: Readonly<Record<string, StoredDetails>>;
}

type StoredDetails = Expectation &
  Pick<Ending, "presetOf"> & { citation: readonly number[]; seen: readonly (number | null)[] };

export const measurements = file as unknown as MeasurementsFile;

/** The ending with an id, or its preset with a code where there is one; `null` for an unknown id. */
export function findDetails(id: string | null, code: CloseCode | null = null): EndingDetails | null {
  const found = findEndingRow(id);
  if (found === undefined) return null;
  const { citations, observations, endings } = measurements;
  const { row } = found;
  const presetId = `${row.id}-${found.code ?? code}`;
  const key = endings[presetId]?.presetOf ? presetId : row.id;
  const { presetOf, citation, seen, ...expectation } = endings[key] as StoredDetails;
  return {
    ...row,
    ...expectation,
    id: key,
    row: row.id,
    presetCode: presetOf?.code ?? null,
    citation: citation.flatMap((index) => citations[index] ?? []),
    seen: seen.map((index) => (index === null ? null : (observations[index] ?? null))),
  };
}
