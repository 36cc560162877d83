import { readdirSync, readFileSync } from "node:fs";
import { type Observation, type Observations, ObservationsSchema } from "@wasclean/schema";

const FOLDER = new URL("../data/observations/", import.meta.url);
const ORDER = ["chromium", "firefox", "webkitgtk", "node", "deno", "bun", "ws", "workerd"];

/** All that was observed, browsers first. */
export const ALL_OBSERVATIONS: Observations[] = readdirSync(FOLDER)
  .map((file) => ObservationsSchema.parse(JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"))))
  .toSorted((a, b) => ORDER.indexOf(a.engine.id) - ORDER.indexOf(b.engine.id));

/** An observation in a few words, as packages/data/README.md has it. */
function inWords({ events, code, wasClean, throws, seconds }: Observation): string {
  const parts = [
    events.length > 0 ? events.map((event) => `\`${event}\``).join(" ") : "no event",
    ...(code === null ? [] : [`${code}, ${wasClean ? "clean" : "not clean"}`]),
    ...(throws === null ? [] : [`throws \`${throws}\``]),
    ...(seconds === null || seconds < 10 || code === null ? [] : [`after ${seconds} s`]),
  ];
  return parts.join(", ");
}

/** What the engines did with an ending, those alike together: `Chromium, Bun: … Firefox: …`. */
export function evidenceOf(ending: string): string {
  const groups = new Map<string, string[]>();
  for (const { engine, results } of ALL_OBSERVATIONS) {
    const observation = results[ending];
    if (observation === undefined) continue;
    const words = `${inWords(observation)}${observation.stable ? "" : " (not always)"}`;
    groups.set(words, [...(groups.get(words) ?? []), engine.name.replace(/ \(.*/, "")]);
  }
  return [...groups].map(([words, names]) => `**${names.join(", ")}**: ${words}`).join("<br>");
}
