import { ENGINES, OBSERVATIONS } from "@wasclean/data/load";
import type { Observations } from "@wasclean/schema";
import type { EngineId } from "@wasclean/schema/ids";

/** An engine and its observations. */
export interface MeasuredEngine extends Pick<Observations, "observedOn" | "results" | "notMeasured"> {
  id: EngineId;
  /** The browser of browser-compat-data that it stands for; `null` if there is none. */
  bcdBrowser: string | null;
  /** A short name for columns and lists. */
  label: string;
  /** The full name. */
  name: string;
  version: string;
  os: string;
  /** A caveat about the results; `null` if there is none. */
  note: string | null;
}

/** The measured engines, in the order of the data. */
export const engines: readonly MeasuredEngine[] = OBSERVATIONS.map(({ engine, ...rest }) => {
  const { name, version, os, note = null } = engine;
  const { label = name, bcdBrowser = null } = ENGINES.find(({ id }) => id === engine.id) ?? {};
  return { ...rest, id: engine.id as EngineId, name, version, os, note, label, bcdBrowser };
});

/** Engines' labels as a list, in their order; “All … engines” for every one. */
export function toEngineNames(ids: readonly string[]): string {
  if (ids.length === engines.length) return `All ${engines.length} engines`;
  return new Intl.ListFormat("en").format(engines.filter(({ id }) => ids.includes(id)).map(({ label }) => label));
}
