import { type DriftFile, DriftFileSchema, type WikiSource } from "@wasclean/schema";
import type { BrowserCompatData, WikiPage } from "./inputs.ts";
import { parse, toBcdSource } from "./to-compat.ts";
import { toDrift } from "./to-drift.ts";
import { listKeys } from "./to-features.ts";
import { toWikiClaims } from "./wiki-claims.ts";

/**
 * Support as recorded by the wiki's page on an interface, compared with browser-compat-data.
 * @throws {Error} if the page says anything that the schema has no field for.
 */
export function toDriftFile(name: string, bcd: BrowserCompatData, wiki: WikiPage): DriftFile {
  const key = `api.${name}`;
  const support = listKeys(bcd, key)[0]?.[1].support ?? {};
  const file = {
    $schema: "../json-schema/drift.json",
    sources: { bcd: toBcdSource(bcd), wiki: toWikiSource(wiki) },
    drift: { [key]: toDrift(toWikiClaims(wiki), support, bcd.data.browsers) },
  };
  return parse(DriftFileSchema, file, "drift");
}

function toWikiSource({ page, archive }: WikiPage): WikiSource {
  const license = page.attribution?.ccBySa ? archive.shareAlikeLicense : archive.license;
  const { path, sha256 } = page.source;
  return { path, sha256, date: archive.archived, license: license.name.replaceAll(" ", "-") };
}
