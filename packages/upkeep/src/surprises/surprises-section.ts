import { outcomesOf } from "@wasclean/data/reported";
import { outcomeWords } from "@wasclean/data/words";
import type { Engines, Observation, Observations, Surprises } from "@wasclean/schema";

const START = "<!-- Between these marks: npm run generate surprises, from data/surprises.json. -->";
const END = "<!-- End of the surprises. -->";
/** Shorter waits go without saying, in seconds. */
const LONG = 10;

/** The facts that the section is made of. */
export interface SurpriseFacts {
  surprises: Surprises["surprises"];
  engines: Engines["engines"];
  observations: readonly Observations[];
}

/**
 * The README with its table of surprising endings made anew.
 * @throws {Error} where its marks are missing.
 */
export function withSurprises(readme: string, facts: SurpriseFacts): string {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start === -1 || end < start) {
    throw new Error(
      `packages/data/README.md: the marks of the surprises are missing. Put these lines in:\n${START}\n${END}`,
    );
  }
  return `${readme.slice(0, start)}${START}\n\n${toTable(facts)}\n${readme.slice(end)}`;
}

function toTable({ surprises, ...facts }: SurpriseFacts): string {
  const rows = surprises.map(({ ending, text }) => `| \`${ending}\` | ${text} | ${evidenceOf(ending, facts)} |\n`);
  return `| Ending | What is surprising | What was observed |\n| --- | --- | --- |\n${rows.join("")}`;
}

/** The engines' outcomes of an ending, those alike together: `**Chromium, Bun**: …<br>**Firefox**: …`. */
function evidenceOf(ending: string, { engines, observations }: Omit<SurpriseFacts, "surprises">): string {
  const seen = observations.flatMap(({ engine, results }) => {
    const observation = results[ending];
    const label = engines.find(({ id }) => id === engine.id)?.label ?? engine.id;
    return observation ? [{ label, words: observationWords(observation) }] : [];
  });
  const groups = Map.groupBy(seen, ({ words }) => words);
  return [...groups].map(([words, of]) => `**${of.map(({ label }) => label).join(", ")}**: ${words}`).join("<br>");
}

function observationWords(observation: Observation): string {
  const words = outcomesOf(observation).map((outcome) => outcomeWords({ ...outcome, reason: null }));
  const { seconds, code } = observation;
  const wait = seconds !== null && seconds >= LONG && code !== null ? `, after ${seconds} s` : "";
  return `${[...new Set(words)].join(" or ")}${wait}`;
}
