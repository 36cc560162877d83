import type { CloseCodeEntry } from "@wasclean/schema";
import { rangeOf } from "./close-codes-cover.ts";
import { type DataSet, ENDINGS_FILE } from "./data-set.ts";
import type { Finding, Path, Rule } from "./rule.ts";

/**
 * Every code in an ending, an observation or a computed file is in close-codes.json, by itself or in a range; a code that
 * the specifications let script see has a meaning there; a title calls a code by its registered name.
 */
export const codesDeclared: Rule = {
  name: "codes-declared",
  check: (data) => [...checkCodes(data), ...checkExpected(data), ...checkTitles(data)],
};

const entryOf = (code: number, entries: readonly CloseCodeEntry[]) =>
  entries.find((entry) => rangeOf(entry)[0] <= code && code <= rangeOf(entry)[1]);

function checkCodes({ files, endings, closeCodes }: DataSet): Finding[] {
  const measured = [...files].filter(([file]) => /^(observations|computed)\//.test(file));
  const holders: [string, unknown][] = [...measured, [ENDINGS_FILE, endings]];
  return holders.flatMap(([file, content]) =>
    codesIn(content)
      .filter(({ code }) => entryOf(code, closeCodes) === undefined)
      .map(({ code, path }) => {
        const remedy = "Add the code, or a range that has it, to close-codes.json.";
        return { file, path, message: `${code} is no code of the registry.`, remedy };
      }),
  );
}

/** Every number under a key `code`, at any depth. */
function codesIn(value: unknown, path: Path = []): { code: number; path: Path }[] {
  if (typeof value === "number") return path.at(-1) === "code" ? [{ code: value, path }] : [];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, child]) => codesIn(child, [...path, key]));
}

function checkExpected({ endings, closeCodes }: DataSet): Finding[] {
  return endings.flatMap(({ id, expected }, index) => {
    const code = expected?.code;
    if (typeof code !== "number") return [];
    const status = entryOf(code, closeCodes)?.status ?? "not-used";
    if (status !== "not-used" && status !== "reserved") return [];
    const message = `"${id}" expects ${code}, which has no meaning (${status}).`;
    const remedy = "Expect a code that is registered or that applications may use, or null.";
    return [{ file: ENDINGS_FILE, path: [index, "expected", "code"], message, remedy }];
  });
}

function checkTitles({ endings, closeCodes }: DataSet): Finding[] {
  return endings.flatMap(({ id, title }, index) => {
    const [, code, name] = /\b(\d{4}) \(([^),]+)/.exec(title) ?? [];
    const registered = entryOf(Number(code), closeCodes)?.name;
    if (!registered || name === registered) return [];
    const message = `"${id}" calls ${code} "${name}"; it is registered as "${registered}".`;
    return [{ file: ENDINGS_FILE, path: [index, "title"], message, remedy: "Write the name as registered." }];
  });
}
