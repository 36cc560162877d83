import type { Ending, Observation, Observations, Outcome } from "@wasclean/schema";
import { outcomeWords } from "../words/index.ts";
import type { Cell, Table } from "./table.ts";

/** Observations as a table to read: a row for each ending, a column for each engine. */
export function toObservationsTable(endings: readonly Ending[], observations: readonly Observations[]): Table {
  return {
    caption: "What script sees of each ending",
    head: ["Ending", ...observations.map(({ engine: { name, version } }) => `${name} ${version}`)],
    rows: endings.map(({ id }) => [id, ...observations.map(({ results }) => toCell(results[id]))]),
    source: toSource(observations),
  };
}

/** Observations as records: a row for each ending and engine, or for each variant if runs differed. */
export function toObservationsRecords(endings: readonly Ending[], observations: readonly Observations[]): Table {
  const rows = endings.flatMap(({ id }) =>
    observations.flatMap((one) => toVariants(one.results[id]).map((outcome) => toRecord(id, one, outcome))),
  );
  const head = ["ending", "engine", "version", "os", "observedOn", "events", ...FIELDS, "runs", "source"];
  return { caption: "What script sees of each ending, by engine", head, rows, source: toSource(observations) };
}

const FIELDS = ["code", "reason", "wasClean", "throws", "seconds"] as const satisfies (keyof Outcome)[];
/** The longest reason in a cell. */
const MOST_CHARACTERS = 24;

type Variant = Outcome & { runs: number };

/** The outcomes of the runs, the most frequent first. */
function toVariants(observation: Observation | undefined): Variant[] {
  return observation === undefined ? [] : (observation.variants ?? [observation]);
}

function toCell(observation: Observation | undefined): Cell {
  const described = toVariants(observation).map((outcome) => outcomeWords(outcome, MOST_CHARACTERS));
  return described.length === 0 ? null : [...new Set(described)].join(" / ");
}

function toRecord(ending: string, { engine, observedOn }: Observations, outcome: Variant): Cell[] {
  const fields = FIELDS.map((name) => (outcome[name] === null ? null : String(outcome[name])));
  const source = `observations/${engine.id}.json`;
  const events = outcome.events.join(" ");
  return [ending, engine.id, engine.version, engine.os, observedOn, events, ...fields, String(outcome.runs), source];
}

function toSource(observations: readonly Observations[]): string {
  const days = observations.map(({ observedOn }) => observedOn).sort();
  const [first, last] = [days[0], days.at(-1)];
  return `Source: wasClean's own observations, ${first === last ? first : `${first} to ${last}`}.`;
}
