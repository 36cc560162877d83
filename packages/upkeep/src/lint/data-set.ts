import { toEndings } from "@wasclean/data/to-endings";
import type {
  CloseCodeEntry,
  CloseCodes,
  DerivedCloseCodes,
  Differences,
  Ending,
  EndingGroup,
  Engines,
  Observations,
} from "@wasclean/schema";

/** The linter's input: the files, and facts from outside of them. */
export interface DataInput {
  /** Every JSON file by its path from the folder of the data. */
  files: ReadonlyMap<string, unknown>;
  /** SHA-256 of every file of `wiki/`, in hexadecimal, by its path from there. */
  wiki: ReadonlyMap<string, string>;
  /** The groups of endings for which the lab has a module. */
  implementationGroups: readonly string[];
  /** Today's date, ISO 8601, UTC. */
  today: string;
}

/** The linter's input with names and types, valid once every file matches its schema. */
export interface DataSet extends DataInput {
  endings: readonly Ending[];
  /** Groups of endings in order, each with its file's path. */
  groups: readonly (readonly [file: string, content: EndingGroup])[];
  closeCodes: readonly CloseCodeEntry[];
  /** Observations, each with its file's path. */
  observations: readonly (readonly [file: string, content: Observations])[];
  derivedCloseCodes: DerivedCloseCodes;
  differences: Differences;
  /** The engines of engines.json. */
  engines: Engines["engines"];
}

/** The file by which rules name the list of endings: the published one, made from all groups. */
export const ENDINGS_FILE = "endings.json";

/** Files that must exist. */
export const REQUIRED_FILES = [
  "close-codes.json",
  "computed/close-codes.json",
  "computed/differences.json",
  "engines.json",
] as const;

/** Names and types the files of the data. */
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
    engines: (file("engines.json") as Engines).engines,
  };
}

/** The files of the groups of endings, in the groups' order. */
function groupFiles({ files }: Pick<DataInput, "files">): [file: string, group: EndingGroup][] {
  const groups = [...files].filter(([file]) => file.startsWith("endings/")) as [string, EndingGroup][];
  return groups.toSorted(([, a], [, b]) => a.order - b.order);
}

/** The file and path of each ending, by its index in the list of all endings. */
export function placesOfEndings(input: Pick<DataInput, "files">): { file: string; path: (string | number)[] }[] {
  return groupFiles(input).flatMap(([file, { endings }]) =>
    endings.map((_, index) => ({ file, path: ["endings", index] })),
  );
}
