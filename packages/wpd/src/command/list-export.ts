import type { ImportFailure } from "@wasclean/schema";
import { type PageFacts, scanPage } from "../site/scan-page.ts";
import type { ExportedPage } from "./export-reader.ts";
import { InputError, toFailure } from "./input-error.ts";
import type { Listed } from "./listed-page.ts";
import type { TextStore } from "./text-store.ts";
import { checkSize, toPageSource } from "./to-page-source.ts";
import { readXmlExport } from "./xml-export.ts";

/** The options for listing an export. */
export interface ExportOptions {
  /** The store for the texts. */
  store: TextStore;
  /** Whether a page is to be imported; the others are only link targets. */
  isWanted(slug: string): boolean;
}

/** Lists the pages of an export and stores their texts. Throws an InputError if the XML is not well-formed. */
export async function* listExport(chunks: AsyncIterable<Buffer>, options: ExportOptions): AsyncGenerator<Listed> {
  for await (const page of readXmlExport(chunks)) yield toListed(page, options);
}

function toListed(page: ExportedPage, { store, isWanted }: ExportOptions): Listed {
  // A substring keeps the whole string in memory: here, the XML and every page's text. A clone does not.
  const title = structuredClone(page.title);
  const slug = title.trim().replaceAll(" ", "_");
  const why = findReason(page);
  if (why !== null) return { type: "skipped", slug, why };
  const read = readFacts(page, slug);
  if ("reason" in read) return { type: "failed", slug, label: title, failure: read };
  const place = isWanted(slug) ? store.add(read.bytes) : { offset: 0, length: 0 };
  return { type: "page", page: { slug, path: title, label: title, place }, facts: read.facts };
}

function readFacts(page: ExportedPage, slug: string): { bytes: Buffer; facts: PageFacts } | ImportFailure {
  try {
    const bytes = toBytes(page);
    return { bytes, facts: structuredClone(scanPage(toPageSource(bytes, { slug, path: page.title }))) };
  } catch (error) {
    return toFailure(error, page.title);
  }
}

/** Why a page is skipped; `null` if it is not. */
function findReason({ namespace, isRedirect, revision }: ExportedPage): string | null {
  if (namespace !== 0) return "outside of the main namespace";
  if (isRedirect || /^\s*#redirect\b/i.test(revision?.text ?? "")) return "redirect";
  if (revision !== null && revision.model !== "wikitext") return "not wikitext";
  return revision?.isHidden ? "text hidden by the wiki" : null;
}

function toBytes({ revision }: ExportedPage): Buffer {
  if (revision === null) throw new InputError("the export has no revision of it");
  if (revision.isCut) checkSize(Number.POSITIVE_INFINITY);
  if (!revision.hasText) throw new InputError("the export has no text of it (a “stub”); export the texts too");
  return Buffer.from(revision.text);
}
