import type { Ending } from "@wasclean/schema";
import { ENDINGS_FILE } from "./data-set.ts";
import type { Rule } from "./rule.ts";

type Citation = Ending["citation"][number];

/** Citable specifications and their addresses. */
const SPECIFICATIONS: Readonly<Record<string, string>> = {
  "RFC 6455": "https://www.rfc-editor.org/rfc/rfc6455#",
  "WHATWG WebSockets": "https://websockets.spec.whatwg.org/#",
  "WHATWG Encoding": "https://encoding.spec.whatwg.org/#",
  "WHATWG Fetch": "https://fetch.spec.whatwg.org/#",
  "Content Security Policy Level 3": "https://www.w3.org/TR/CSP3/#",
  IANA: "https://www.iana.org/assignments/websocket/websocket.xhtml#",
};

/** A citation names a known specification, an address within it, and the section at that address. */
export const citationsKnown: Rule = {
  name: "citations-known",
  check: ({ endings }) =>
    endings.flatMap(({ id, citation }, index) =>
      citation.flatMap((cited, number) => {
        const problem = problemOf(cited);
        if (problem === null) return [];
        const path = [index, "citation", number, problem.field];
        return [{ file: ENDINGS_FILE, path, message: `"${id}": ${problem.message}`, remedy: problem.remedy }];
      }),
    ),
};

function problemOf({ specification, section, url }: Citation) {
  if (!Object.hasOwn(SPECIFICATIONS, specification)) {
    const remedy = `Cite one of ${Object.keys(SPECIFICATIONS).join(", ")}, or add it to packages/upkeep/src/lint/citations-known.ts.`;
    return { field: "specification", message: `"${specification}" is no specification that is known.`, remedy };
  }
  const start = String(SPECIFICATIONS[specification]);
  if (!URL.canParse(url) || !url.startsWith(start) || url === start) {
    const remedy = `The address begins with ${start}, and names a section after it.`;
    return { field: "url", message: `${url} is no section of ${specification}.`, remedy };
  }
  const anchor = `section-${section.slice(1)}`;
  if (specification !== "RFC 6455" || url === `${start}${anchor}`) return null;
  const remedy = `${section} is at ${start}${anchor}.`;
  return { field: "url", message: `${url} is not the address of ${section}.`, remedy };
}
