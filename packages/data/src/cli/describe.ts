import type { Ending, Reports } from "@wasclean/schema";
import { describeCode } from "../tables/index.ts";
import type { CloseCodeRecord, EndingRecord } from "../tables/records.ts";
import { outcomeWords, SENDERS, VERDICTS } from "../words/index.ts";

/** A close code in lines of text: the registry's entry, then each engine's reports. */
export function describeCloseCode({ code, entry, observed, engines }: CloseCodeRecord): string {
  const range = Array.isArray(entry.code) ? ` (${describeCode(entry.code)}, ${entry.status})` : "";
  const wire = { true: "yes", false: "never", null: "given no meaning" }[String(entry.onWire) as "true"];
  const names = Object.fromEntries(
    Object.entries(engines).map(([id, { name, version }]) => [id, `${name} ${version}`]),
  );
  const blocks = [
    `${code}${entry.name === null ? "" : ` ${entry.name}`}${range}\n${entry.meaning}`,
    toAligned([
      ["Sent by", SENDERS[entry.sentBy]],
      ["In a Close frame", wire],
      ["For close()", entry.scriptMayPass ? "yes" : "no: close() throws an InvalidAccessError"],
      ["Registered", entry.registered],
      ["Reference", entry.reference.map(({ text, url }) => `${text}, ${url}`).join("\n")],
      ["Source", `${entry.source.registry}, ${entry.source.date}`],
    ]),
    describeReports("What script sees when a Close frame has it", observed?.received ?? null, names),
    describeReports("What script sees when it passes it to close()", observed?.passedToClose ?? null, names),
    describeEndings(observed?.reportedIn ?? {}),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** An ending in lines of text: its course, the expectation, and each engine's observation. */
export function describeEnding({ ending, observations }: EndingRecord): string {
  const seen = observations.map(({ engine: { name, version }, result, notMeasured }): [string, string] => [
    `${name} ${version}`,
    result ? describeVariants(result.variants ?? [result]) : `not measured${notMeasured ? `: ${notMeasured}` : ""}`,
  ]);
  const isMeasured = observations.some(({ result, notMeasured }) => result ?? notMeasured);
  const blocks = [
    `${ending.id}\n${ending.title}`,
    toAligned([
      ["Server", ending.server],
      ["Expected", describeExpected(ending)],
      ["Citation", ending.citation.map(({ specification, section }) => `${specification} ${section}`).join("\n")],
    ]),
    `What script sees\n${isMeasured ? toAligned(seen) : `  ${NOT_BY_ITSELF} ${ending.id}-…`}`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** The outcome in the specifications, with words in place of chosen values. */
function describeExpected({ expected, inferred }: Ending): string {
  if (expected === null) return VERDICTS.open.words;
  const { code, reason, wasClean, events, throws = null } = expected;
  const isChosen = typeof code === "object" && code !== null;
  const fixed = { code: isChosen ? 0 : code, reason: typeof reason === "string" ? reason : null };
  const words = outcomeWords({ ...fixed, events, wasClean, throws });
  const said = isChosen ? words.replace(", 0", ", the code chosen") : words;
  return inferred ? `${said} (our reading)` : said;
}

function describeReports(title: string, reports: Reports | null, names: Record<string, string>): string {
  if (reports === null) return "";
  const lines = Object.entries(names).flatMap(([id, name]) => {
    const group = reports.groups.find(({ engines }) => engines.includes(id));
    return group ? [[name, describeVariants(group.outcomes)] satisfies [string, string]] : [];
  });
  return `${title} (ending ${reports.ending})\n${toAligned(lines)}`;
}

/** Endings reported as this code, the one with the most engines first. */
function describeEndings(reportedIn: Record<string, string[]>): string {
  const lines = Object.entries(reportedIn)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([id, engines]): [string, string] => [id, `in ${engines.length} of the engines`]);
  if (lines.length === 0) return "";
  const rest = lines.length > MOST ? `\n  and ${lines.length - MOST} more; --format json has all` : "";
  return `Endings that are reported as this code\n${toAligned(lines.slice(0, MOST))}${rest}`;
}

const MOST = 12;
/** The longest reason in a line. */
const MOST_CHARACTERS = 24;
const NOT_BY_ITSELF = "Measured with codes chosen, as endings of their own:";

const describeVariants = (outcomes: Parameters<typeof outcomeWords>[0][]) =>
  [...new Set(outcomes.map((outcome) => outcomeWords(outcome, MOST_CHARACTERS)))].join(" / ");

/** Names and values in two columns; a name without a value is left out. */
function toAligned(pairs: [string, string | null][]): string {
  const width = Math.max(...pairs.map(([name]) => name.length));
  const indent = `\n${" ".repeat(width + 4)}`;
  return pairs
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `  ${name.padEnd(width)}  ${value?.replaceAll("\n", indent)}`)
    .join("\n");
}
