import { OBSERVATIONS } from "@wasclean/data/load";
import type { Observation, Observations } from "@wasclean/schema";
import type { EngineId } from "@wasclean/schema/ids";

/** The observations of one engine. */
export function observationsOf(id: EngineId): Observations {
  const found = OBSERVATIONS.find(({ engine }) => engine.id === id);
  if (found === undefined)
    throw new Error(`data/observations/${id}.json is missing: npm run measure -- --engine ${id}`);
  return found;
}

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
  for (const { engine, results } of OBSERVATIONS) {
    const observation = results[ending];
    if (observation === undefined) continue;
    const words = `${inWords(observation)}${observation.stable ? "" : " (not always)"}`;
    groups.set(words, [...(groups.get(words) ?? []), engine.name.replace(/ \(.*/, "")]);
  }
  return [...groups].map(([words, names]) => `**${names.join(", ")}**: ${words}`).join("<br>");
}
