import { createHash } from "node:crypto";
import type { PageSource } from "../site/page-source.ts";
import { InputError } from "./input-error.ts";
import { MAX_SOURCE_BYTES } from "./listed-page.ts";

/** Decodes a page's bytes. Throws an InputError if they are too many or not UTF-8. */
export function toPageSource(bytes: Buffer, { slug, path }: { slug: string; path: string }): PageSource {
  checkSize(bytes.length);
  return {
    wikitext: decode(bytes),
    slug,
    source: { path, sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length },
  };
}

/** Throws an InputError if a page has too many bytes. */
export function checkSize(bytes: number): void {
  if (bytes <= MAX_SOURCE_BYTES) return;
  throw new InputError(`larger than ${MAX_SOURCE_BYTES / 1024 / 1024} MiB; a wiki page has at most 2 MiB`);
}

/** Throws an InputError if a text begins as UTF-16 does. */
export function checkEncoding(head: Buffer): void {
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (isUtf16) throw new InputError("UTF-16; convert it first, for example with iconv -f utf-16 -t utf-8", 1);
}

function decode(bytes: Buffer): string {
  checkEncoding(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const text = new TextDecoder().decode(bytes);
    const line = text.slice(0, text.indexOf("\ufffd")).split("\n").length;
    throw new InputError("not UTF-8; convert it first, for example with iconv -f windows-1252 -t utf-8", line);
  }
}
