import type { DataSet } from "./data-set.ts";

/** A place in a JSON file: the keys and indices that lead to it. */
export type Path = readonly (string | number)[];

/** Something that is wrong with the data. */
export interface Finding {
  /** From the folder of the data, with forward slashes. */
  file: string;
  path: Path;
  /** One sentence that names what came. */
  message: string;
  /** What to do about it. */
  remedy: string;
}

/** One thing that holds of the data. */
export interface Rule {
  /** In kebab-case, as its file. */
  name: string;
  /** What does not hold; empty where all is well. */
  check(data: DataSet): Finding[];
}

/** A path as a {@link https://www.rfc-editor.org/rfc/rfc6901 JSON Pointer}. */
export const toPointer = (path: Path) =>
  path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
