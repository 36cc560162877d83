import type { Ending, Expected, Observation, Outcome, ServerSaw } from "@wasclean/schema";
import type { CloseCode } from "../observe/close-codes.ts";
import { utf8Length } from "../observe/utf8-length.ts";
import { type EndingRow, endingRows, findEndingRow } from "./ending-rows.ts";
import { endingLines, sourceTable } from "./engine-data.ts";
import { presetCodes } from "./preset-codes.ts";

/** An ending with what the second part knows of it. `parameters` and `client` are those of the ending that a preset is of. */
export interface EndingDetails
  extends EndingRow,
    Pick<Ending, "expected" | "inferred" | "expectedForCodes" | "expectedForLongReason" | "citation" | "server"> {
  /** The id of the ending that it is a preset of, or its own. */
  row: string;
  /** The code of a preset, else `null`. */
  presetCode: CloseCode | null;
  /** For each of `engines`, what it was seen to do, or why it was not measured; `null` where it is not known. */
  seen: readonly (Observation | string | null)[];
}

const ids = endingRows.flatMap(({ id }) => [id, ...(presetCodes[id] ?? []).map((code) => `${id}-${code}`)]);

/** A line by its ending's id: the lines stand in the order of the table of endings, presets behind the one that they are of. */
const lines = new Map<string, string>();
for (const line of endingLines.trim().split("\n")) lines.set(`${ids[lines.size]}`, line);

/** The ending of that id, or its preset with that code where there is one; `null` where there is no such ending. */
export function findDetails(id: string | null, code: CloseCode | null = null): EndingDetails | null {
  const found = findEndingRow(id);
  if (found === undefined) return null;
  const { row } = found;
  const presetCode = presetCodes[row.id]?.find((preset) => preset === (found.code ?? code)) ?? null;
  const key = presetCode === null ? row.id : `${row.id}-${presetCode}`;
  return {
    ...row,
    id: key,
    row: row.id,
    presetCode,
    ...readLine(`${lines.get(key)}`.replaceAll("#", `${presetCode}`)),
  };
}

/** A line: what is expected, what is rare as JSON, citations, the index of each engine's observation, the different observations, the server's sentence. */
export function readLine(line: string) {
  const [expected = "", rare, citation = "", mask = "", observations = "", server = ""] = line.split("|");
  const different = observations.split(";").map(readObservation);
  return {
    expected: expected === "" ? null : readExpected(expected),
    ...(JSON.parse(rare || "{}") as Pick<Ending, "inferred" | "expectedForCodes" | "expectedForLongReason">),
    citation: citation.split(" ").map(readCitation),
    seen: [...mask].map((index) => different[Number(index)] ?? null),
    server: decodeURIComponent(server),
  };
}

/** A section of RFC 6455, or the letter of a source. */
function readCitation(key: string): Ending["citation"][number] {
  const [
    specification = "RFC 6455",
    section = `§${key}`,
    url = `https://www.rfc-editor.org/rfc/rfc6455#section-${key}`,
  ] = sourceTable[key.charCodeAt(0) - 65] ?? [];
  return { specification, section, url };
}

/** Outcomes with `/` between them, each with `<runs>*` before it unless that is 3; or `-` and why it was not measured. */
function readObservation(text: string): Observation | string {
  if (text[0] === "-") return decodeURIComponent(text.slice(1));
  const variants = text.split("/").map((variant) => {
    const [outcome = "", runs = 3] = variant.split("*").reverse();
    return { ...readOutcome(outcome), runs: Number(runs) };
  });
  const runs = variants.reduce((sum, variant) => sum + variant.runs, 0);
  const stable = variants.length === 1;
  return { ...(variants[0] as Outcome), runs, stable, ...(stable ? {} : { variants }) };
}

const names = { o: "open", m: "message", e: "error", c: "close", C: "close" } as const;

/** First letters of the events (a clean `close` is a capital) and the code; reason; what the server saw; seconds; exception. */
function readOutcome(text: string): Outcome {
  const [head = "", reason = "", saw, seconds, throws] = text.split("~");
  const letters = head.replace(/[\d?].*/, "");
  const isClosed = /c/i.test(letters);
  return {
    events: [...letters].map((letter) => names[letter as keyof typeof names]),
    code: isClosed ? Number(head.slice(letters.length)) : null,
    reason: isClosed ? decodeURIComponent(reason) : null,
    wasClean: isClosed ? letters.includes("C") : null,
    throws: throws ? decodeURIComponent(throws) : null,
    seconds: seconds ? Number(seconds) : null,
    serverSaw: saw ? saw.split(",").map(readSaw) : [],
  };
}

/** An outcome in which `?` stands for what is chosen. */
function readExpected(text: string): Expected {
  const { events, code, reason, wasClean, throws } = readOutcome(text);
  return {
    events,
    code: Number.isNaN(code) ? { parameter: "code" } : code,
    reason: text.includes("~?") ? { parameter: "reason" } : reason,
    wasClean,
    ...(throws === null ? {} : { throws }),
  };
}

const plain = { f: "fin", r: "rst", t: "timeout" } as const;

/** A letter; or an opcode and a length, of a Close frame code, reason, and its length where that is not the sum of both. */
function readSaw(text: string): ServerSaw {
  const [kind = "", value = "", reason = "", length] = text.split(":");
  if (kind in plain) return { kind: plain[kind as keyof typeof plain] };
  if (kind === "b") return { kind: "bytes", length: Number(value) };
  if (kind !== "8") return { kind: "frame", opcode: Number(kind), length: Number(value) };
  const words = decodeURIComponent(reason);
  const bytes = value === "" ? 0 : 2 + utf8Length(words);
  const code = value === "" ? null : Number(value);
  return { kind: "frame", opcode: 8, length: Number(length ?? bytes), code, reason: words };
}
