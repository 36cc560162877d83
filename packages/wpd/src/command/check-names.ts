import { isReportName } from "./shard.ts";

/** The most bytes of one segment of a path, on the file systems in use. */
const MAX_SEGMENT = 255;
/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const WINDOWS_RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)|[<>:"\\|?*]|[. ]$/i;

/** The path of a page's record, relative to the output. */
export const toTarget = (slug: string): string => `${slug}.json`;

/** Why a page's path cannot be the name of a file; `null` if it can. */
export function checkName(slug: string, platform: NodeJS.Platform): string | null {
  const segments = toTarget(slug).split("/");
  if (slug.startsWith("/")) return "its title begins with a slash: its record would lie outside of the output";
  if (slug === "" || slug.endsWith("/") || segments.includes("")) return "a part of its title is empty";
  if (slug.split("/").some((segment) => segment === "." || segment === ".."))
    return "a part of its title is a dot or two: its record could lie outside of the output";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern finds them.
  if (/[\0-\x1f\x7f]/.test(slug)) return "its title has control characters";
  if (segments.some((segment) => Buffer.byteLength(segment) > MAX_SEGMENT))
    return `a part of its title is longer than ${MAX_SEGMENT - ".json".length} bytes: too long for a file's name`;
  if (isReportName(toTarget(slug))) return "its record would have the name of the import's report; rename the page";
  if (platform === "win32" && slug.split("/").some((segment) => WINDOWS_RESERVED.test(segment)))
    return "Windows has no files of that name; import it on another system";
  return null;
}

/**
 * Why pages cannot have records of their names, by index; `null` for those that can. Of several pages with the same path
 * the first is kept; with `foldsCase`, paths that differ only in case are the same.
 */
export function checkNames(slugs: readonly string[], platform: NodeJS.Platform, foldsCase: boolean): (string | null)[] {
  const problems = slugs.map((slug) => checkName(slug, platform));
  const taken = new Map<string, number>();
  const fold = (path: string) => (foldsCase ? foldCase(path) : path);
  for (const [place, slug] of slugs.entries()) {
    const first = taken.get(fold(toTarget(slug)));
    if (problems[place] !== null) continue;
    if (first === undefined) taken.set(fold(toTarget(slug)), place);
    else if (slugs[first] === slug) problems[place] = `another page has the path “${slug}”`;
    else
      problems[place] =
        `its record would have the same file as that of “${slugs[first]}”, as this file system ignores case`;
  }
  for (const [place, slug] of slugs.entries()) {
    const other = findParent(slug, (path) => taken.get(fold(path)));
    if (problems[place] === null && other !== undefined)
      problems[place] = `its folder would have the name of the record of “${slugs[other]}”`;
  }
  return problems;
}

/** One form for all paths that a file system may treat as the same. */
const foldCase = (path: string): string => path.normalize("NFC").toLowerCase();

/** Whether some paths differ only in case. */
export const hasCaseTwins = (slugs: readonly string[]): boolean =>
  new Set(slugs.map(foldCase)).size < new Set(slugs).size;

/** Finds the page whose record's file is a folder in this path: `a.json/b` needs a folder where the record of `a` is. */
function findParent(slug: string, find: (path: string) => number | undefined): number | undefined {
  for (let end = slug.indexOf(".json/"); end !== -1; end = slug.indexOf(".json/", end + 1)) {
    const found = find(slug.slice(0, end + ".json".length));
    if (found !== undefined) return found;
  }
  return undefined;
}
