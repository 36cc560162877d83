import type { CloseCodeEntry, Compat, Ending } from "@wasclean/schema";
import {
  BROWSERS,
  CLOSE_CODES,
  CLOSE_EVENT,
  DERIVED_CLOSE_CODES,
  ENDINGS,
  OBSERVATIONS,
  WEB_SOCKET,
} from "../load/index.ts";
import { nearMatches, toQuestion } from "../query/near-matches.ts";
import {
  type Table,
  toBcd,
  toCloseCodeRecord,
  toCloseCodesRecords,
  toCloseCodesTable,
  toCompatRecords,
  toCompatTable,
  toCsv,
  toEndingRecord,
  toHtmlTable,
  toMarkdownTable,
  toObservationsRecords,
  toObservationsTable,
} from "../tables/index.ts";
import type { Command, Format } from "./arguments.ts";
import { describeCloseCode, describeEnding } from "./describe.ts";

/** Thrown for an unknown name; the message lists known ones. */
export class NotFoundError extends Error {}

type Show = Extract<Command, { kind: "show" }>;

/**
 * The text to print, which ends with a line break.
 * @throws {NotFoundError} for an unknown feature, ending or code.
 */
export function answer({ subject, format }: Show): string {
  switch (subject.kind) {
    case "feature":
      return showFeature(selectFeature(subject.name), format);
    case "close-code":
      return showCloseCode(subject.code, format);
    case "close-codes":
      return showCloseCodes(CLOSE_CODES.closeCodes, CLOSE_CODES, format);
    case "ending":
      return showEnding(findEnding(subject.id), format);
    case "endings":
      return showEndings(ENDINGS, ENDINGS, format);
  }
}

/** All subjects, in the words of the command line. */
export function listSubjects(): string[] {
  const features = COMPATS.flatMap(({ features: keys }) => Object.keys(keys).map(toShort));
  const codes = CLOSE_CODES.closeCodes.map(({ code }) => code);
  const single = codes.filter((code) => !Array.isArray(code)).map(String);
  return [...features, "close-codes", ...single, "endings", ...ENDINGS.map(({ id }) => `ending ${id}`)];
}

const COMPATS = [CLOSE_EVENT, WEB_SOCKET];

/** The record of an interface, or its part about one member. */
function selectFeature(asked: string): Compat {
  const name = toShort(asked);
  const [parent = ""] = name.split(".");
  const compat = COMPATS.find((one) => one.name === parent) ?? null;
  if (compat !== null && name === parent) return compat;
  const key = `api.${name}`;
  const feature = compat?.features[key];
  if (compat && feature) return { ...compat, features: { [key]: feature } };
  const near = nearMatches(name, listSubjects());
  throw new NotFoundError(`unknown feature ${JSON.stringify(asked)}.${toQuestion(near)} --list shows all features`);
}

const toShort = (key: string) => key.replace(/^api\./, "");

function findEnding(id: string): Ending {
  const ending = ENDINGS.find((one) => one.id === id);
  if (ending) return ending;
  const near = nearMatches(
    id,
    ENDINGS.map((one) => one.id),
  );
  throw new NotFoundError(`unknown ending ${JSON.stringify(id)}.${toQuestion(near)} --list shows all endings`);
}

function showFeature(compat: Compat, format: Format): string {
  if (format === "bcd") return toJson(toBcd(compat));
  return show(
    format,
    compat,
    () => toCompatTable(compat, BROWSERS),
    () => toCompatRecords(compat),
  );
}

function showCloseCode(code: number, format: Format): string {
  const { closeCodes } = CLOSE_CODES;
  const record = toCloseCodeRecord(code, closeCodes, DERIVED_CLOSE_CODES);
  if (record === null) throw new NotFoundError(`the registry has no entry for ${code}`);
  if (format === "text") return describeCloseCode(record);
  return showCloseCodes([record.entry], record, format);
}

function showCloseCodes(entries: CloseCodeEntry[], json: object, format: Format): string {
  return show(
    format,
    json,
    () => toCloseCodesTable(entries),
    () => toCloseCodesRecords(entries),
  );
}

function showEnding(ending: Ending, format: Format): string {
  const record = toEndingRecord(ending, OBSERVATIONS);
  return format === "text" ? describeEnding(record) : showEndings([ending], record, format);
}

function showEndings(endings: readonly Ending[], json: object, format: Format): string {
  return show(
    format,
    json,
    () => toObservationsTable(endings, OBSERVATIONS),
    () => toObservationsRecords(endings, OBSERVATIONS),
  );
}

/** Formats a subject: as a table for reading, or as records for programs. */
function show(format: Format, json: object, toTable: () => Table, toRecords: () => Table): string {
  if (format === "json") return toJson(json);
  if (format === "csv") return toCsv(toRecords());
  return format === "html" ? toHtmlTable(toTable()) : toMarkdownTable(toTable());
}

const toJson = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
