import type { Tarball } from "../pack.ts";

/** The most that a package may take, in bytes; budgets.json has one for each package. */
export interface Budget {
  /** The tarball, which is what is downloaded. */
  packed: number;
  /** All files, which is what is installed. */
  unpacked: number;
  /** Single files, by their paths in the package. */
  files?: Record<string, number>;
}

/** Messages on a tarball that is over its budget, or has none. */
export function checkSize({ name, size, unpackedSize, files }: Tarball, budget: Budget | undefined): string[] {
  if (!budget) return [`${name} has no budget in packages/release/src/check/budgets.json`];
  const sizes = new Map(files.map((file) => [file.path, file.size]));
  const entries = Object.entries(budget.files ?? {});
  return [
    ...checkBytes("packed", size, budget.packed),
    ...checkBytes("unpacked", unpackedSize, budget.unpacked),
    ...entries.flatMap(([path, most]) => {
      const bytes = sizes.get(path);
      return bytes === undefined ? [`${path} has a budget and is not in the package`] : checkBytes(path, bytes, most);
    }),
  ];
}

function checkBytes(what: string, bytes: number, most: number): string[] {
  return bytes > most ? [`${what}: ${bytes} bytes, over its budget of ${most}`] : [];
}
