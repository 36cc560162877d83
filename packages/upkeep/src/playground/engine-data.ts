import type { Ending, Observation, Observations, Outcome, ServerSaw } from "@wasclean/schema";

type Citation = Ending["citation"][number];

const RFC = "RFC 6455";

/**
 * The text of `src/details/engine-data.ts`. `endings` are every ending; those that are presets are put behind the one
 * that they are of, which is the order of `src/endings-table.ts`. A value that cannot be held throws an Error that names it.
 */
export function engineData(endings: readonly Ending[], observations: readonly Observations[]): string {
  const ordered = endings
    .filter(({ presetOf }) => presetOf === undefined)
    .flatMap((ending) => [ending, ...endings.filter(({ presetOf }) => presetOf?.ending === ending.id)]);
  const sources = sourcesOf(endings);
  const rows = ordered.map((ending) => rowOf(ending, sources, observations));
  const engines = observations.map(({ engine: { id, name, version, os, note }, observedOn }) => [
    ...[id, name, version, os, observedOn],
    ...(note === undefined ? [] : [note]),
  ]);
  return `// Written by packages/upkeep/src/playground/generate-engine-data.ts out of data/endings.json and data/observations/.
// biome-ignore-all format: a line for each engine, source and ending.

/** Each engine's id, name, version, operating system, day of the observation (ISO 8601), and note. */
export const engineTable = [
${engines.map((engine) => `  ${JSON.stringify(engine)},\n`).join("")}];

/** What is cited beside RFC 6455, whose sections stand for themselves: specification, section, URL. */
export const sourceTable = [
${sources.map(({ specification, section, url }) => `  ${JSON.stringify([specification, section, url])},\n`).join("")}];

/** A line for each ending; \`ending-details.ts\` reads it and says how. */
export const endingLines = \`
${rows.join("\n")}
\`;
`;
}

/** Everything cited that is no section of RFC 6455, the most frequent first. */
function sourcesOf(endings: readonly Ending[]): Citation[] {
  const byUrl = Map.groupBy(
    endings.flatMap(({ citation }) => citation).filter(({ specification }) => specification !== RFC),
    ({ url }) => url,
  );
  const groups = [...byUrl.values()].sort((a, b) => b.length - a.length);
  return groups.flatMap(([first]) => first ?? []);
}

function rowOf(ending: Ending, sources: readonly Citation[], observations: readonly Observations[]): string {
  const code = ending.presetOf?.code ?? null;
  const { expected, inferred, expectedForCodes, expectedForLongReason, server } = ending;
  const { mask, seen } = seenOf(ending.id, code, observations);
  const rest = JSON.stringify({ inferred, expectedForCodes, expectedForLongReason });
  const columns = [
    expected === null ? "" : expectedText(expected, code),
    rest === "{}" ? "" : rest,
    ending.citation.map((citation) => citationKey(citation, sources)).join(" "),
    mask,
    seen.join(";"),
    sentenceText(server, code),
  ];
  return columns.join("|");
}

/** The server's sentence, which separates nothing: as it is, but for what would not stand for itself. */
function sentenceText(server: string, code: number | null): string {
  const text = escaped(server, /[|#%`\\$\p{Cc}\p{Cf}]/gu);
  return code === null ? text : text.replaceAll(RegExp(`\\b${code}\\b`, "g"), "#");
}

/** What was seen of one ending: the different observations, and for each engine the index of its own; `-` where there is none. */
function seenOf(id: string, code: number | null, observations: readonly Observations[]) {
  const seen: string[] = [];
  const mask = observations.map(({ results, notMeasured }) => {
    const { [id]: observation } = results;
    const reason = notMeasured[id];
    if (observation === undefined && reason === undefined) return "-";
    const text = observation === undefined ? `-${escaped(`${reason}`)}` : observationText(observation, code);
    if (!seen.includes(text)) seen.push(text);
    return seen.indexOf(text);
  });
  return { mask: mask.join(""), seen };
}

function observationText(observation: Observation, code: number | null): string {
  const outcomes = observation.variants ?? [observation];
  return outcomes
    .map((outcome) => (outcome.runs === 3 ? "" : `${outcome.runs}*`) + outcomeText(outcome, code))
    .join("/");
}

function outcomeText({ events, code, reason, wasClean, serverSaw, seconds, throws }: Outcome, preset: number | null) {
  return [
    eventLetters(events, wasClean) + codeText(code, preset),
    escaped(reason ?? ""),
    serverSaw.map((saw) => sawText(saw, preset)).join(),
    seconds ?? "",
    escaped(throws ?? ""),
  ]
    .join("~")
    .replace(/~+$/, "");
}

function expectedText(
  { events, code, reason, wasClean, throws }: NonNullable<Ending["expected"]>,
  preset: number | null,
) {
  const codeOf = code !== null && typeof code === "object" ? "?" : codeText(code, preset);
  const reasonOf = reason !== null && typeof reason === "object" ? "?" : escaped(reason ?? "");
  return [eventLetters(events, wasClean) + codeOf, reasonOf, "", "", escaped(throws ?? "")]
    .join("~")
    .replace(/~+$/, "");
}

/** The first letter of each event; a `close` that was clean is a capital. */
function eventLetters(events: Outcome["events"], wasClean: boolean | null): string {
  return events.map((event) => (event === "close" && wasClean ? "C" : event[0])).join("");
}

function sawText(saw: ServerSaw, preset: number | null): string {
  if (saw.kind === "bytes") return `b:${saw.length}`;
  if (saw.kind !== "frame") return `${saw.kind[0]}`;
  if (saw.opcode !== 8) return `${saw.opcode}:${saw.length}`;
  const { code = null, reason = "", length } = saw;
  const isUsual = length === (code === null ? 0 : 2 + Buffer.byteLength(reason));
  return ["8", codeText(code, preset), escaped(reason), isUsual ? "" : length].join(":").replace(/(?<=8:.*):+$/, "");
}

function codeText(code: number | null, preset: number | null): string {
  if (code === null) return "";
  return code === preset ? "#" : String(code);
}

function citationKey({ specification, section, url }: Citation, sources: readonly Citation[]): string {
  if (specification === RFC) return section.slice(1);
  return String.fromCharCode(65 + sources.findIndex((source) => source.url === url));
}

/** What separates, and what is not printable ASCII, as `%XX`. */
function escaped(text: string, unfit = /[^ -~]+|[|;/~,:*?#%`\\$]/g): string {
  return text.replace(unfit, (found) =>
    /[*~]/.test(found) ? `%${found.charCodeAt(0).toString(16)}` : encodeURIComponent(found),
  );
}
