import type { Tarball } from "../pack.ts";

/** The npm tag of a version: `rc` for 1.0.0-rc.0, `latest` for 1.0.0. `npm install` takes `latest`. */
export function tagOf(version: string): string {
  const [, prerelease] = /^\d+\.\d+\.\d+(?:-([^+]+))?/.exec(version) ?? [];
  if (prerelease === undefined) return "latest";
  // npm takes no tag that could be a version.
  return /^[a-z]+/i.exec(prerelease)?.[0] ?? "next";
}

/** What is to be published, as a table. */
export function formatPublications(tarballs: Tarball[]): string {
  const rows = tarballs.map(({ name, version, files, size, unpackedSize }) => [
    name,
    version,
    tagOf(version),
    `${files.length}`,
    toKilobytes(size),
    toKilobytes(unpackedSize),
  ]);
  const table = [["package", "version", "tag", "files", "packed", "unpacked"], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const pad = (cell: string, column: number) =>
    column < 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return `${table.map((row) => row.map(pad).join("  ")).join("\n")}\n`;
}

/** Bytes as thousands of bytes. */
export const toKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
