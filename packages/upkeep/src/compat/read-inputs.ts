import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ArchiveSchema, PageSchema } from "@wasclean/schema";
import { features } from "web-features";
import { z } from "zod";
import type { BrowserCompatData, WebFeatures, WikiPage } from "./inputs.ts";

const DATA = join(import.meta.dirname, "../../../../data");
const ManifestSchema = z.object({ version: z.string(), license: z.string() });
const { resolve } = createRequire(import.meta.url);

/** The installed `@mdn/browser-compat-data`. */
export function readBrowserCompatData(): BrowserCompatData {
  const main = resolve("@mdn/browser-compat-data");
  return { data: readJson(main) as BrowserCompatData["data"], license: readManifest(main).license };
}

/** The installed `web-features`. */
export function readWebFeatures(): WebFeatures {
  return { features, ...readManifest(resolve("web-features")) };
}

/** A wiki page by its slug, e.g. `apis/websocket/CloseEvent`. @throws {Error} if it has not been imported. */
export function readWikiPage(slug: string): WikiPage {
  const record = join(DATA, `pages/${slug}.json`);
  if (!existsSync(record)) throw new Error(`data/pages/${slug}.json is missing: run npm run import`);
  const page = PageSchema.parse(readJson(record));
  const wikitext = readFileSync(join(DATA, "wiki", page.source.path), "utf8");
  return { page, wikitext, archive: ArchiveSchema.parse(readJson(join(DATA, "archive.json"))) };
}

function readManifest(main: string): z.infer<typeof ManifestSchema> {
  return ManifestSchema.parse(readJson(join(dirname(main), "package.json")));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
