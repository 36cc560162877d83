import type { Ending } from "@wasclean/schema";
import { ENDINGS_FILE } from "./data-set.ts";
import type { Finding, Rule } from "./rule.ts";

/** An ending cites where its expectation is specified, each place once. A registry alone specifies no behaviour. */
export const endingsCited: Rule = {
  name: "endings-cited",
  check: ({ endings }) =>
    endings.flatMap((ending, index) => [...checkBehaviour(ending, index), ...checkTwice(ending, index)]),
};

function checkBehaviour({ id, citation, expected }: Ending, index: number): Finding[] {
  const isSpecified = citation.some(({ specification }) => specification !== "IANA");
  if (isSpecified || (expected === null && citation.length > 0)) return [];
  const message = `"${id}" cites no specification of what it expects.`;
  return [{ file: ENDINGS_FILE, path: [index, "citation"], message, remedy: "Cite the section that says so." }];
}

function checkTwice({ id, citation }: Ending, index: number): Finding[] {
  return citation.flatMap(({ url }, number) => {
    if (citation.findIndex((other) => other.url === url) === number) return [];
    const path = [index, "citation", number, "url"];
    return [{ file: ENDINGS_FILE, path, message: `"${id}" cites ${url} twice.`, remedy: "Remove one of them." }];
  });
}
