import { decodeHTMLStrict } from "entities";
import { toSampleText } from "./canonical-code.ts";
import { replaceMarkup } from "./replace-markup.ts";
import type { ScannedPage, Template } from "./scan-page.ts";

/** The text that a reader of a stretch of wikitext must see. */
export interface Visible {
  /** Runs of text, each of which must be in the record without a gap. */
  segments: string[];
  /** Addresses behind labels, and names of files, which must be in the record's links or text. */
  addresses: string[];
}

/** Separates two runs that a rendering may move apart, e.g. around a nested template. */
const GAP = "\uE002";
/** Matches literal text that was put aside, so that no rule reads it as markup. */
const KEPT = /\uE000(\d+)\uE001/g;

/**
 * The visible text of `source` from `start` to `end`. Nested templates are left out, as their parameters are counted for
 * themselves; `{{!}}` and `{{=}}` are the characters that they stand for.
 */
export function toVisible(page: ScannedPage, start: number, end: number, nested: readonly Template[]): Visible {
  const kept: string[] = [];
  const keep = (text: string) => `\uE000${kept.push(text) - 1}\uE001`;
  let text = "";
  let at = start;
  for (const hole of findHoles(page, start, end, nested)) {
    if (hole.start < at) continue;
    text += page.source.slice(at, hole.start) + replaceHole(page.source, hole, keep);
    at = hole.end;
  }
  text += page.source.slice(at, end);
  const addresses: string[] = [];
  const plain = replaceMarkup(text, GAP, addresses);
  const restored = decodeHTMLStrict(plain).replace(KEPT, (_, index: string) => kept[Number(index)] ?? "");
  return {
    segments: restored.split(GAP).filter((segment) => segment.trim() !== ""),
    addresses: addresses.map((address) => address.replace(KEPT, (_, index: string) => kept[Number(index)] ?? "")),
  };
}

type Hole = ScannedPage["opaque"][number] | Template;

function findHoles({ opaque }: ScannedPage, start: number, end: number, nested: readonly Template[]): Hole[] {
  const inside = (hole: Hole) => hole.start >= start && hole.end <= end;
  return [...opaque.filter(inside), ...nested.filter(inside)].sort((a, b) => a.start - b.start);
}

function replaceHole(source: string, hole: Hole, keep: (text: string) => string): string {
  if ("parameters" in hole) {
    if (hole.name === "!") return "|";
    return hole.name === "=" ? "=" : GAP;
  }
  if (hole.name === "!--") return "";
  const content = source.slice(hole.from, hole.to);
  if (hole.name === "nowiki") return keep(decodeHTMLStrict(content));
  return GAP + keep(toSampleText(content)) + GAP;
}
