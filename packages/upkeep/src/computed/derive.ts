import type { DerivedCloseCodes, Differences, Ending, Observations, ObservedEngine } from "@wasclean/schema";
import { deriveCloseCodes } from "./derive-close-codes.ts";
import { deriveDifferences } from "./derive-differences.ts";

/** The texts of the files in `data/computed`, by name. The same input gives the same bytes. */
export function derive(endings: readonly Ending[], observations: readonly Observations[]): Map<string, string> {
  const generatedFrom = ["endings.json", ...observations.map(({ engine }) => sourceOf(engine.id))];
  const engines = Object.fromEntries(observations.map((file) => [file.engine.id, toObservedEngine(file)]));
  const head = { generatedFrom, engines };
  const closeCodes = {
    $schema: "../json-schema/derived-close-codes.json",
    ...head,
    closeCodes: deriveCloseCodes(endings, observations),
  } satisfies DerivedCloseCodes;
  const differences = {
    $schema: "../json-schema/differences.json",
    ...head,
    differences: deriveDifferences(endings, observations),
  } satisfies Differences;
  return new Map([
    ["close-codes.json", toText(closeCodes, "closeCodes")],
    ["differences.json", toText(differences, "differences")],
  ]);
}

const sourceOf = (engine: string) => `observations/${engine}.json`;

function toObservedEngine({ engine, observedOn }: Observations): ObservedEngine {
  const { id, name, version, os } = engine;
  return { name, version, os, observedOn, source: sourceOf(id) };
}

/** JSON with each code or ending on one line, so that a changed entry is a changed line. */
function toText<K extends string>(file: Record<K, readonly object[]> & object, list: K): string {
  const { [list]: rows, ...head } = file;
  const lines = (rows as readonly object[]).map((row) => `    ${JSON.stringify(row)}`);
  const rest = JSON.stringify(head, null, 2);
  return `${rest.slice(0, -2)},\n  ${JSON.stringify(list)}: [\n${lines.join(",\n")}\n  ]\n}\n`;
}
