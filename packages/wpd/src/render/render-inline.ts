import { decodeHTMLStrict } from "entities";
import { EXTENSION_TAGS } from "../parse/extension-tags.ts";
import { ATOM_MARK, type Expanded } from "./atoms.ts";
import type { HtmlBuilder } from "./html-builder.ts";
import { ELEMENTS } from "./html-elements.ts";
import { readHtmlTag, toProperties } from "./html-tags.ts";
import { readQuotes } from "./quotes.ts";

// Without `[`, as in MediaWiki: with it, each of many brackets would be read to the end of the line.
const ADDRESS = String.raw`(?:https?:|ftp:)?//[^\s\][<>"|\u007f]+|mailto:[^\s\][<>"|\u007f]+`;
const INLINE = new RegExp(
  [
    ATOM_MARK.source,
    "'{2,}",
    "</?[a-zA-Z][^<>\\u007f]*>",
    String.raw`\[(?:${ADDRESS})`,
    String.raw`(?<![\w/])(?:https?|ftp)://[^\s\]\[<>"'\u007f|]+`,
    "__(?:NO)?(?:TOC|EDITSECTION)__",
  ].join("|"),
  "g",
);

const EXTENSION_NAMES: ReadonlySet<string> = new Set(EXTENSION_TAGS);

/** One piece of a line. */
interface Piece {
  kind: "text" | "atom" | "quotes" | "tag" | "bracket" | "address" | "nothing";
  text: string;
  /** The label of a bracketed link. */
  label?: string;
}

/** Renders one line of inline wikitext: formatting, links to addresses, HTML tags, entities. */
export function renderInline(line: string, atoms: Expanded["atoms"], out: HtmlBuilder): void {
  const depth = out.depth;
  const pieces = toPieces(line);
  const quotes = pieces.flatMap((piece, index) =>
    piece.kind === "quotes"
      ? [{ length: piece.text.length, single: /(?:^|\s)\S$/.test(pieces[index - 1]?.text ?? "") }]
      : [],
  );
  const runs = readQuotes(
    quotes.map((quote) => quote.length),
    quotes.map((quote) => quote.single),
  );
  const isOn = { b: false, i: false };
  let next = 0;
  for (const piece of pieces) {
    if (piece.kind !== "quotes") {
      renderPiece(piece, atoms, out);
      continue;
    }
    const run = runs[next++];
    out.text(run?.text ?? "");
    for (const tag of run?.toggles ?? []) {
      isOn[tag] = !isOn[tag];
      if (isOn[tag]) out.open(tag);
      else out.close(tag);
    }
  }
  // Apostrophes format one line only; tags stay open until they are closed.
  for (const tag of ["i", "b"] as const) if (isOn[tag] && out.isOpen(tag, depth)) out.close(tag);
}

function toPieces(line: string): Piece[] {
  const pieces: Piece[] = [];
  const lastBracket = line.lastIndexOf("]");
  let at = 0;
  for (;;) {
    INLINE.lastIndex = at;
    const match = INLINE.exec(line);
    const end = match?.index ?? line.length;
    if (end > at) pieces.push({ kind: "text", text: line.slice(at, end) });
    if (!match) return pieces;
    const piece = toPiece(line, match[0], match.index, lastBracket);
    pieces.push(piece.piece);
    at = piece.end;
  }
}

function toPiece(line: string, text: string, start: number, lastBracket: number): { piece: Piece; end: number } {
  const end = start + text.length;
  const first = text[0];
  if (first === "\u007f") return { piece: { kind: "atom", text }, end };
  if (first === "'") return { piece: { kind: "quotes", text }, end };
  if (first === "<") return { piece: { kind: "tag", text }, end };
  if (first === "_") return { piece: { kind: "nothing", text }, end };
  if (first === "[") {
    if (end > lastBracket) return { piece: { kind: "text", text: "[" }, end: start + 1 };
    const close = line.indexOf("]", end);
    const label = line
      .slice(end, close)
      .replace(/^\s*\|/, "")
      .trim();
    return { piece: { kind: "bracket", text: text.slice(1), label }, end: close + 1 };
  }
  // Punctuation at the end of an address belongs to the sentence.
  let length = text.length;
  while (".,:;!?)".includes(text[length - 1] as string)) length--;
  if (text[length] === ")" && text.includes("(")) length++;
  const address = text.slice(0, length);
  return { piece: { kind: "address", text: address }, end: start + address.length };
}

function renderPiece(piece: Piece, atoms: Expanded["atoms"], out: HtmlBuilder): void {
  switch (piece.kind) {
    case "text":
      out.text(decodeHTMLStrict(piece.text));
      break;
    case "atom":
      atoms[Number(piece.text.slice(1, -1))]?.render(out);
      break;
    case "tag":
      renderTag(piece.text, out);
      break;
    case "bracket":
      renderAddress(piece.text, piece.label || piece.text, atoms, out);
      break;
    case "address":
      renderAddress(piece.text, piece.text, [], out);
  }
}

function renderTag(text: string, out: HtmlBuilder): void {
  const tag = readHtmlTag(text);
  // References are shown in their places, so `<references>` has no list; closing extension tags close nothing here.
  if (tag?.name === "references" || (tag?.isClosing && EXTENSION_NAMES.has(tag.name))) return;
  const name = tag && Object.hasOwn(ELEMENTS, tag.name) ? ELEMENTS[tag.name] : undefined;
  if (!tag || !name) out.text(decodeHTMLStrict(text));
  else if (!tag.isClosing) out.open(name, toProperties(name, tag.attributes));
  else if (name === "br") out.open("br");
  else out.close(name);
}

/** Renders a link to an address outside the wiki. Its label may hold formatting, but no other link. */
function renderAddress(address: string, label: string, atoms: Expanded["atoms"], out: HtmlBuilder): void {
  const href = decodeHTMLStrict(address).replace(/^\/\//, "https://");
  const isLink = !out.isOpen("a") && URL.canParse(href);
  if (isLink) out.open("a", { href, rel: ["nofollow"] });
  // As wikitext an address is a link once more, without end where links nest too deep.
  if (label === address || !out.isOpen("a")) renderPlain(label, atoms, out);
  else renderInline(label, atoms, out);
  if (isLink) out.close("a");
}

/** Renders text with atoms, and no other markup. */
function renderPlain(text: string, atoms: Expanded["atoms"], out: HtmlBuilder): void {
  for (const [index, piece] of text.split(ATOM_MARK).entries()) {
    if (index % 2 === 0) out.text(decodeHTMLStrict(piece));
    else atoms[Number(piece)]?.render(out);
  }
}
