import type { DataFiles } from "./data-files.ts";
import type { Resource } from "./resources.ts";

/** The file `/api/index.json`. */
export interface ApiIndex {
  name: string;
  description: string;
  /** The version of the data and of the npm package. */
  version: string;
  /** SPDX expression that covers all files. */
  license: string;
  /** The npm package with the same data. */
  package: string;
  resources: (Omit<Resource, "json" | "path" | "schema"> & {
    /** From the root of the site. */
    url: string;
    /** The URL of its JSON Schema, if there is one. */
    schema?: string;
  })[];
}

const MANY: ReadonlySet<string> = new Set(["close-code", "ending", "json-schema"]);

/** Whether a kind has many resources, which only the index lists one by one. */
export const isOneOfMany = (kind: string): boolean => MANY.has(kind);

/** The index of the API. `base` is the site's, with a slash at its end. */
export function toIndex(resources: Resource[], { manifest }: DataFiles, base: string): ApiIndex {
  const licenses = new Set([manifest.license.replace(/[()]/g, ""), ...resources.map(({ license }) => license)]);
  return {
    name: "wasClean",
    description: "How WebSocket connections end: compatibility data, close codes, and what engines do.",
    version: manifest.version,
    license: [...new Set([...licenses].flatMap((license) => license.split(" AND ")))].join(" AND "),
    package: "@wasclean/data",
    resources: resources.map(({ path, kind, description, license, schema }) => ({
      url: `${base}api/${path}`,
      kind,
      description,
      license,
      ...(schema !== null && { schema: `${base}api/${schema}` }),
    })),
  };
}
