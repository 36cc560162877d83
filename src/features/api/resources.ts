import { toCloseCodeRecord, toEndingRecord } from "@wasclean/data/tables";
import type { DataFiles } from "./data-files.ts";

/** The kind of JSON at an address of the API. */
export type Kind =
  | "browsers"
  | "close-code"
  | "close-codes"
  | "compat"
  | "differences"
  | "drift"
  | "ending"
  | "endings"
  | "json-schema"
  | "observations";

/** One address of the API. */
export interface Resource {
  /** Below `/api/`; permanent. */
  path: string;
  kind: Kind;
  /** One sentence for people. */
  description: string;
  /** SPDX expression. */
  license: string;
  /** The path of its JSON Schema below `/api/`; `null` if there is none. */
  schema: string | null;
  json: object;
}

/** All addresses of the API except its index. */
export function listResources(data: DataFiles): Resource[] {
  const file = (path: string, kind: Kind, from: string, description: string) =>
    toResource(path, kind, data.read(from), description);
  return [
    toResource("endings.json", "endings", data.endings, "Every way in which a WebSocket connection ends."),
    file(
      "close-codes.json",
      "close-codes",
      "close-codes.json",
      "The registry of close codes, and the ranges around it.",
    ),
    file("differences.json", "differences", "computed/differences.json", "Endings in which engines differ."),
    file("drift.json", "drift", "computed/drift.json", "Support as recorded in 2013, compared with today's."),
    file("browsers.json", "browsers", "browsers.json", "The browsers of the compatibility data, with releases."),
    ...data.list("compat").map((name) => {
      const description = `Compatibility of ${name} and its members.`;
      return file(`compat/${name}.json`, "compat", `compat/${name}.json`, description);
    }),
    ...data.observations.map((json) => {
      const { id, name, version } = json.engine;
      const description = `What ${name} ${version} does.`;
      return toResource(`observations/${id}.json`, "observations", json, description);
    }),
    ...listCloseCodes(data),
    ...data.endings.map((ending) => {
      const json = toEndingRecord(ending, data.observations);
      return toResource(`endings/${ending.id}.json`, "ending", json, `${ending.title}, and what engines do.`);
    }),
    ...data.list("json-schema").map((name) => {
      const description = `The JSON Schema of ${name}.`;
      return toResource(`schema/${name}.json`, "json-schema", data.read(`json-schema/${name}.json`), description);
    }),
  ];
}

/** The individually registered codes, and the measured ones. */
function listCloseCodes({ closeCodes: { closeCodes }, derivedCloseCodes }: DataFiles): Resource[] {
  const registered = closeCodes.flatMap(({ code }) => (Array.isArray(code) ? [] : [code]));
  const codes = new Set([...registered, ...derivedCloseCodes.closeCodes.map(({ code }) => code)]);
  return [...codes]
    .sort((a, b) => a - b)
    .flatMap((code) => {
      const json = toCloseCodeRecord(code, closeCodes, derivedCloseCodes);
      if (json === null) return [];
      const name = json.entry.name === null ? "" : ` (${json.entry.name})`;
      return [
        toResource(`close-codes/${code}.json`, "close-code", json, `Close code ${code}${name}, and what engines do.`),
      ];
    });
}

function toResource(path: string, kind: Kind, file: object, description: string): Resource {
  const from = "$schema" in file && kind !== "json-schema" ? String(file.$schema) : null;
  const schema = from && `schema/${from.slice(from.lastIndexOf("/") + 1)}`;
  // In the package the schemas are in another folder.
  const json = schema ? { ...file, $schema: `${"../".repeat(path.split("/").length - 1) || "./"}${schema}` } : file;
  return { path, kind, description, license: licenseOf(file), schema, json };
}

/** Files with third-party data name their licences; all others are MIT. */
function licenseOf(file: object): string {
  if (!("sources" in file)) return "MIT";
  const sources = Object.values(file.sources as Record<string, { license: string }>);
  return [...new Set(sources.map(({ license }) => license))].join(" AND ");
}
