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
import type { CloseCodeEntry, Compat, Ending } from "@wasclean/schema";
import type { Command, Format } from "./arguments.ts";
import { describeCloseCode, describeEnding } from "./describe.ts";
import { nearMatches, toQuestion } from "./near-matches.ts";
import type { PackageData } from "./package-data.ts";

/** There is nothing of the name that was asked for; the message says what there is. */
export class NotFoundError extends Error {}

type Show = Extract<Command, { kind: "show" }>;

/**
 * What is to be printed, with a line break at its end.
 * @throws {NotFoundError} where there is no such feature or ending.
 */
export function answer({ subject, format }: Show, data: PackageData): string {
  switch (subject.kind) {
    case "feature":
      return showFeature(selectFeature(subject.name, data), format, data);
    case "close-code":
      return showCloseCode(subject.code, format, data);
    case "close-codes":
      return showCloseCodes(data.closeCodes().closeCodes, data.closeCodes(), format);
    case "ending":
      return showEnding(findEnding(subject.id, data), format, data);
    case "endings":
      return showEndings(data.endings(), data.endings(), format, data);
  }
}

/** All that can be asked for, one a line, as it is to be asked for. */
export function listSubjects(data: PackageData): string[] {
  const features = data.compatNames.flatMap((name) => Object.keys(data.compat(name).features).map(toShort));
  const codes = data.closeCodes().closeCodes.map(({ code }) => code);
  const single = codes.filter((code) => !Array.isArray(code)).map(String);
  return [...features, "close-codes", ...single, "endings", ...data.endings().map(({ id }) => `ending ${id}`)];
}

/** The record of an interface, or as much of it as is about one member. */
function selectFeature(asked: string, data: PackageData): Compat {
  const name = toShort(asked);
  const [parent = ""] = name.split(".");
  const compat = data.compatNames.includes(parent) ? data.compat(parent) : null;
  if (compat !== null && name === parent) return compat;
  const key = `api.${name}`;
  const feature = compat?.features[key];
  if (compat && feature) return { ...compat, features: { [key]: feature } };
  const near = nearMatches(name, listSubjects(data));
  throw new NotFoundError(`there is no feature ${JSON.stringify(asked)}.${toQuestion(near)} --list names all there is`);
}

const toShort = (key: string) => key.replace(/^api\./, "");

function findEnding(id: string, data: PackageData): Ending {
  const endings = data.endings();
  const ending = endings.find((one) => one.id === id);
  if (ending) return ending;
  const near = nearMatches(
    id,
    endings.map((one) => one.id),
  );
  throw new NotFoundError(`there is no ending ${JSON.stringify(id)}.${toQuestion(near)} --list names all there is`);
}

function showFeature(compat: Compat, format: Format, data: PackageData): string {
  if (format === "bcd") return toJson(toBcd(compat));
  return show(
    format,
    compat,
    () => toCompatTable(compat, data.browsers()),
    () => toCompatRecords(compat),
  );
}

function showCloseCode(code: number, format: Format, data: PackageData): string {
  const { closeCodes } = data.closeCodes();
  const record = toCloseCodeRecord(code, closeCodes, data.derivedCloseCodes());
  if (record === null) throw new NotFoundError(`the registry has nothing on ${code}`);
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

function showEnding(ending: Ending, format: Format, data: PackageData): string {
  const record = toEndingRecord(ending, data.observations());
  return format === "text" ? describeEnding(record) : showEndings([ending], record, format, data);
}

function showEndings(endings: Ending[], json: object, format: Format, data: PackageData): string {
  const observations = data.observations();
  return show(
    format,
    json,
    () => toObservationsTable(endings, observations),
    () => toObservationsRecords(endings, observations),
  );
}

/** A table is for reading, records are for programs. */
function show(format: Format, json: object, toTable: () => Table, toRecords: () => Table): string {
  if (format === "json") return toJson(json);
  if (format === "csv") return toCsv(toRecords());
  return format === "html" ? toHtmlTable(toTable()) : toMarkdownTable(toTable());
}

const toJson = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
