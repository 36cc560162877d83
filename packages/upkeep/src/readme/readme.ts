import {
  ArchiveSchema,
  BrowsersSchema,
  CloseCodesSchema,
  CompatSchema,
  DerivedCloseCodesSchema,
  DifferencesSchema,
  DriftFileSchema,
  EndingSchema,
  EnginesSchema,
  ObservationsSchema,
  PAGE_SCHEMAS,
} from "@wasclean/schema";
import { type DescribedFile, fieldReference } from "./field-reference.ts";

const START =
  "<!-- Between these marks: npm run generate field-reference, from the descriptions in packages/schema/src. -->";
const END = "<!-- End of the field reference. -->";

/** The files of the package, in the order in which the reference describes them. */
export const DESCRIBED_FILES: readonly DescribedFile[] = [
  { file: "compat/<Feature>.json", schema: CompatSchema },
  { file: "browsers.json", schema: BrowsersSchema },
  { file: "close-codes.json", schema: CloseCodesSchema },
  { file: "endings.json", schema: EndingSchema, isList: true },
  { file: "engines.json", schema: EnginesSchema },
  { file: "observations/<engine>.json", schema: ObservationsSchema },
  { file: "computed/close-codes.json", schema: DerivedCloseCodesSchema },
  { file: "computed/differences.json", schema: DifferencesSchema },
  { file: "computed/drift.json", schema: DriftFileSchema },
  {
    file: "pages/apis/websocket/CloseEvent.json",
    schema: PAGE_SCHEMAS["api-object"],
    description: "The page of the archived wiki, as a record.",
  },
  { file: "archive.json", schema: ArchiveSchema },
];

/**
 * The README with its field reference made anew.
 * @throws {Error} where its marks are missing, or a field has no description.
 */
export function withFieldReference(readme: string, files = DESCRIBED_FILES): string {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start === -1 || end < start) {
    throw new Error(
      `packages/data/README.md: the marks of the field reference are missing. Put these lines in:\n${START}\n${END}`,
    );
  }
  return `${readme.slice(0, start)}${START}\n\n${fieldReference(files)}\n${readme.slice(end)}`;
}
