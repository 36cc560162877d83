import { type DescribedFile, fieldReference } from "./field-reference.ts";
import type { SchemaTypes } from "./schema-types.ts";

const START = "<!-- Between these marks: npm run generate field-reference, from packages/schema. -->";
const END = "<!-- End of the field reference. -->";

/** The files of the package, in the order in which the reference describes them. */
export const DESCRIBED_FILES: readonly DescribedFile[] = [
  { file: "compat/<Feature>.json", type: "Compat" },
  { file: "browsers.json", type: "Browsers" },
  { file: "close-codes.json", type: "CloseCodes" },
  { file: "endings.json", type: "Ending", isList: true },
  { file: "observations/<engine>.json", type: "Observations" },
  { file: "computed/close-codes.json", type: "DerivedCloseCodes" },
  { file: "computed/differences.json", type: "Differences" },
  { file: "computed/drift.json", type: "DriftFile" },
  {
    file: "pages/apis/websocket/CloseEvent.json",
    type: "PublishedPage",
    doc: "The page of the archived wiki, as a record.",
  },
  { file: "archive.json", type: "Archive" },
];

/** Types that no schema has by itself: of all kinds of page, one is published. */
export const FURTHER_TYPES = {
  PublishedPage: 'Extract<schema.Page, { kind: "api-object" }>',
};

/**
 * The README with its field reference made anew.
 * @throws {Error} where its marks are missing, or a field has no doc comment.
 */
export function withFieldReference(readme: string, types: SchemaTypes): string {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start === -1 || end < start) {
    throw new Error(
      `packages/data/README.md: the marks of the field reference are missing. Put these lines in:\n${START}\n${END}`,
    );
  }
  const reference = fieldReference(DESCRIBED_FILES, types);
  return `${readme.slice(0, start)}${START}\n\n${reference}\n${readme.slice(end)}`;
}
