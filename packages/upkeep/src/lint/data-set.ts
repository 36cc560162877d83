import { toEndings } from "@wasclean/data/to-endings";
import type {
  CloseCodeEntry,
  CloseCodes,
  DerivedCloseCodes,
  Differences,
  Ending,
  EndingGroup,
  Observations,
} from "@wasclean/schema";

/** What the linter looks at: the files, and what it cannot find out by itself. */
export interface DataInput {
  /** Every JSON file by its path from the folder of the data. */
  files: ReadonlyMap<string, unknown>;
  /** SHA-256 of every file of `wiki/`, in hexadecimal, by its path from there. */
  wiki: ReadonlyMap<string, string>;
  /** The groups of endings that the lab has a module for. */
  implementationGroups: readonly string[];
  /** ISO 8601, UTC. */
  today: string;
}

/** The same with names and types, which hold once every file is what its schema says. */
export interface DataSet extends DataInput {
  endings: readonly Ending[];
  /** With the paths of their files, in their order. */
  groups: readonly (readonly [file: string, content: EndingGroup])[];
  closeCodes: readonly CloseCodeEntry[];
  /** With the paths of their files. */
  observations: readonly (readonly [file: string, content: Observations])[];
  derivedCloseCodes: DerivedCloseCodes;
  differences: Differences;
}

/** The list of endings as a rule names it: the published file, made of those of all groups. */
export const ENDINGS_FILE = "endings.json";

/** Files that must exist. */
export const REQUIRED_FILES = [
  "close-codes.json",
  "computed/close-codes.json",
  "computed/differences.json",
  "engines.json",
] as const;

/** Gives the files of the data their names and types. */
export function toDataSet(input: DataInput): DataSet {
  const file = (path: (typeof REQUIRED_FILES)[number]) => input.files.get(path);
  return {
    ...input,
    groups: groupFiles(input),
    endings: toEndings(groupFiles(input).map(([, group]) => group)),
    closeCodes: (file("close-codes.json") as CloseCodes).closeCodes,
    observations: [...input.files].filter(([path]) => path.startsWith("observations/")) as [string, Observations][],
    derivedCloseCodes: file("computed/close-codes.json") as DerivedCloseCodes,
    differences: file("computed/differences.json") as Differences,
  };
}

/** The files of the groups of endings, in their order. */
function groupFiles({ files }: Pick<DataInput, "files">): [file: string, group: EndingGroup][] {
  const groups = [...files].filter(([file]) => file.startsWith("endings/")) as [string, EndingGroup][];
  return groups.toSorted(([, a], [, b]) => a.order - b.order);
}

/** Where the endings of a data set stand: the file and the path of each, by its index. */
export function placesOfEndings(input: Pick<DataInput, "files">): { file: string; path: (string | number)[] }[] {
  return groupFiles(input).flatMap(([file, { endings }]) =>
    endings.map((_, index) => ({ file, path: ["endings", index] })),
  );
}
