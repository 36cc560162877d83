import { PageSchema } from "../../packages/schema/src/index.ts";
import { parseWikitext } from "../../packages/wpd/src/index.ts";
import { readRecord } from "./read-record.ts";

const readAndCheck = (wikitext: string): unknown => PageSchema.parse(readRecord(wikitext));

/** The functions that must take linear time: the tree, the record with its schema, and the record of input within an argument and a sample. */
export const SUBJECTS = {
  tree: parseWikitext,
  record: readAndCheck,
  argument: (wikitext: string) => readAndCheck(`{{Summary_Section|${wikitext}}}`),
  sample: (wikitext: string) =>
    readAndCheck(`{{Examples_Section\n|Not_required=No\n|Examples={{Single Example\n|Code=${wikitext}\n}}\n}}`),
} satisfies Record<string, (wikitext: string) => unknown>;
export type SubjectName = keyof typeof SUBJECTS;
