import bun from "@wasclean/data/observations/bun.json" with { type: "json" };
import chromium from "@wasclean/data/observations/chromium.json" with { type: "json" };
import deno from "@wasclean/data/observations/deno.json" with { type: "json" };
import firefox from "@wasclean/data/observations/firefox.json" with { type: "json" };
import node from "@wasclean/data/observations/node.json" with { type: "json" };
import webkitgtk from "@wasclean/data/observations/webkitgtk.json" with { type: "json" };
import workerd from "@wasclean/data/observations/workerd.json" with { type: "json" };
import ws from "@wasclean/data/observations/ws.json" with { type: "json" };
import { ENGINE_IDS, type EngineId, type Observations } from "@wasclean/schema";

const files = { bun, chromium, deno, firefox, node, webkitgtk, workerd, ws } satisfies Record<EngineId, unknown>;

/** An engine that was measured, and all that was seen of it. */
export interface MeasuredEngine extends Pick<Observations, "observedOn" | "results" | "notMeasured"> {
  id: EngineId;
  /** A name of one word, for columns and lists. */
  label: string;
  /** The whole name, for people. */
  name: string;
  version: string;
  os: string;
  /** What else one must know to read the results; else `null`. */
  note: string | null;
}

/** Every engine that was measured: browsers, runtimes, libraries, edge runtimes. The JSON is checked where it is kept. */
export const engines: readonly MeasuredEngine[] = ENGINE_IDS.map((id) => {
  const { engine, ...rest } = files[id] as unknown as Observations;
  const { name, version, os, note = null } = engine;
  return { ...rest, id, name, version, os, note, label: name.replace(/ \(.*/, "") };
});

/** Engines by name, in their order: “All 8 engines” where it is every one. */
export function toEngineNames(ids: readonly string[]): string {
  if (ids.length === engines.length) return `All ${engines.length} engines`;
  return new Intl.ListFormat("en").format(engines.filter(({ id }) => ids.includes(id)).map(({ label }) => label));
}
