import { SURPRISES } from "@wasclean/data/load";
import type { Ending } from "@wasclean/schema";
import { endings } from "./endings.ts";

/** A surprising ending. What engines do there comes from their observations. */
export interface SurprisingEnding {
  ending: Ending;
  headline: string;
}

/** The most surprising endings, in the order of the data. Throws for an id that no ending has. */
export const surprises: readonly SurprisingEnding[] = SURPRISES.map(({ ending: id, headline }) => {
  const ending = endings.find((candidate) => candidate.id === id);
  if (!ending) throw new Error(`data/surprises.json names "${id}", which is not the id of an ending.`);
  return { ending, headline };
});
