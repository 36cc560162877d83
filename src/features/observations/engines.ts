import { ENGINES, OBSERVATIONS } from "@wasclean/data/load";
import type { Observations } from "@wasclean/schema";
import type { EngineId } from "@wasclean/schema/ids";

/** An engine that was measured, and all that was seen of it. */
export interface MeasuredEngine extends Pick<Observations, "observedOn" | "results" | "notMeasured"> {
  id: EngineId;
  /** The browser of browser-compat-data that it stands for; `null` if there is none. */
  bcdBrowser: string | null;
  /** A name of one word, for columns and lists. */
  label: string;
  /** The whole name, for people. */
  name: string;
  version: string;
  os: string;
  /** What else one must know to read the results; else `null`. */
  note: string | null;
}

/** Every engine that was measured, in the order of the data. */
export const engines: readonly MeasuredEngine[] = OBSERVATIONS.map(({ engine, ...rest }, index) => {
  const { name, version, os, note = null } = engine;
  const { label = name, bcdBrowser = null } = ENGINES[index] ?? {};
  return { ...rest, id: engine.id as EngineId, name, version, os, note, label, bcdBrowser };
});

/** Engines by name, in their order: “All 8 engines” where it is every one. */
export function toEngineNames(ids: readonly string[]): string {
  if (ids.length === engines.length) return `All ${engines.length} engines`;
  return new Intl.ListFormat("en").format(engines.filter(({ id }) => ids.includes(id)).map(({ label }) => label));
}
