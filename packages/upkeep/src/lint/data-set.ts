import type {
  CloseCodeEntry,
  CloseCodes,
  DerivedCloseCodes,
  Differences,
  Ending,
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
  closeCodes: readonly CloseCodeEntry[];
  /** With the paths of their files. */
  observations: readonly (readonly [file: string, content: Observations])[];
  derivedCloseCodes: DerivedCloseCodes;
  differences: Differences;
}

/** The files that there have to be. */
export const REQUIRED_FILES = [
  "close-codes.json",
  "derived/close-codes.json",
  "derived/differences.json",
  "endings.json",
] as const;

/** Gives the files of the data their names and types. */
export function toDataSet(input: DataInput): DataSet {
  const file = (path: (typeof REQUIRED_FILES)[number]) => input.files.get(path);
  return {
    ...input,
    endings: file("endings.json") as Ending[],
    closeCodes: (file("close-codes.json") as CloseCodes).closeCodes,
    observations: [...input.files].filter(([path]) => path.startsWith("observations/")) as [string, Observations][],
    derivedCloseCodes: file("derived/close-codes.json") as DerivedCloseCodes,
    differences: file("derived/differences.json") as Differences,
  };
}
