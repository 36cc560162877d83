import { formatJson } from "../generate/format-json.ts";
import type { BrowserCompatData, WebFeatures, WikiPage } from "./inputs.ts";
import { toBrowsers } from "./to-browsers.ts";
import { toCompat } from "./to-compat.ts";
import { toDriftFile } from "./to-drift-file.ts";

/** The interfaces, by browser-compat-data's names below `api`. */
export const INTERFACES = ["CloseEvent", "WebSocket"];
/** The wiki page that recorded compatibility, and the interface it describes. */
export const RECORDED = { slug: "apis/websocket/CloseEvent", name: "CloseEvent" };

/** A file of the data package: its path in the package, its value and its text. */
export type GeneratedFile = { path: string; value: object; text: string };

/** The files made from the packages and from the page of `RECORDED`. @throws {Error} if one does not match its schema. */
export function generateFiles(bcd: BrowserCompatData, webFeatures: WebFeatures, wiki: WikiPage): GeneratedFile[] {
  const compats = INTERFACES.map((name) => toCompat(name, bcd, webFeatures));
  const drift = toDriftFile(RECORDED.name, bcd, wiki);
  const values: Record<string, object> = {
    ...Object.fromEntries(compats.map((compat) => [`compat/${compat.name}.json`, compat])),
    "computed/drift.json": drift,
    "browsers.json": toBrowsers(bcd, compats, drift),
  };
  return Object.entries(values).map(([path, value]) => ({ path, value, text: formatJson(value) }));
}
