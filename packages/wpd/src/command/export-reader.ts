import type { Tag } from "sax";
import { InputError } from "./input-error.ts";
import { MAX_SOURCE_BYTES } from "./listed-page.ts";

/** The newest revision of a page in an export. */
interface Revision {
  timestamp: string;
  /** The content model; `wikitext` for pages. */
  model: string;
  text: string;
  /** Whether the text was cut because it is too long for a page. */
  isCut: boolean;
  /** Whether the wiki hides the text. */
  isHidden: boolean;
  /** Whether the export has the text; “stub” exports leave it out. */
  hasText: boolean;
}

/** A page of a MediaWiki export (https://www.mediawiki.org/wiki/Help:Export). */
export interface ExportedPage {
  title: string;
  namespace: number;
  isRedirect: boolean;
  revision: Revision | null;
}

/** The elements that are read, below the root. The content of other slots is in `revision/content`. */
const KEPT = new Set(
  "siteinfo/namespaces/namespace page/title page/ns page/revision/timestamp page/revision/model page/revision/text".split(
    " ",
  ),
);
const MAX_SHORT_TEXT = 4096;
const MAX_DEPTH = 32;
const MAX_ATTRIBUTES = 64;

const newRevision = (): Revision => ({
  timestamp: "",
  model: "wikitext",
  text: "",
  isCut: false,
  isHidden: false,
  hasText: true,
});

/** Assembles pages from the events of an XML parser. */
export class ExportReader {
  /** Complete pages that were not fetched yet. */
  pages: ExportedPage[] = [];
  /** The first error in the file. */
  problem: InputError | null = null;
  readonly #line: () => number;
  #hasRoot = false;
  readonly #names: string[] = [];
  readonly #namespaces = new Map<string, number>();
  /** The text of the element; `null` if it is not read. */
  #text: string | null = null;
  #path = "";
  #namespaceKey = 0;
  #attributes = 0;
  #page: ExportedPage & { ns: string } = { title: "", ns: "", namespace: 0, isRedirect: false, revision: null };
  #revision = newRevision();

  /** `line` returns the parser's line, from 1. */
  constructor(line: () => number) {
    this.#line = line;
  }

  /** Records an error in the file, at the parser's line. */
  fail(message: string): void {
    this.problem ??= new InputError(message, this.#line());
  }

  /** Handles the end of the file. */
  end(): void {
    if (!this.#hasRoot) this.fail("the XML is empty");
  }

  /** Handles the start of an element. */
  open({ name, attributes }: Tag): void {
    this.#attributes = 0;
    if (this.#names.length === 0 && name !== "mediawiki")
      this.fail(`not a MediaWiki export: its root is <${name.slice(0, 40)}>, not <mediawiki>`);
    if (this.#text !== null) this.fail(`<${name.slice(0, 40)}> where only text is allowed`);
    this.#hasRoot = true;
    this.#names.push(name);
    if (this.#names.length > MAX_DEPTH) this.fail("elements are nested too deep for a MediaWiki export");
    this.#path = this.#names.slice(1, MAX_DEPTH).join("/");
    this.#text = KEPT.has(this.#path) ? "" : null;
    if (this.#path === "page") this.#page = { title: "", ns: "", namespace: 0, isRedirect: false, revision: null };
    else if (this.#path === "page/redirect") this.#page.isRedirect = true;
    else if (this.#path === "page/revision") this.#revision = newRevision();
    else if (this.#path === "siteinfo/namespaces/namespace") this.#namespaceKey = Number(attributes.key);
    else if (this.#path === "page/revision/text") {
      this.#revision.isHidden = "deleted" in attributes;
      this.#revision.hasText = !(Number(attributes.bytes) > 0);
    }
  }

  /** Handles an attribute of an element. */
  attribute(): void {
    if (++this.#attributes > MAX_ATTRIBUTES) this.fail("an element has too many attributes");
  }

  /** Adds a piece of text. */
  add(text: string): void {
    if (this.#text === null) return;
    if (this.#path === "page/revision/text") {
      this.#revision.isCut ||= this.#text.length + text.length > MAX_SOURCE_BYTES;
      if (this.#revision.isCut) return;
    } else if (this.#text.length + text.length > MAX_SHORT_TEXT) this.fail(`<${this.#path}> is too long`);
    if (this.problem === null) this.#text += text;
  }

  /** Handles the end of an element. */
  close(): void {
    if (this.#text !== null) this.#assign(this.#text);
    this.#text = null;
    if (this.#path === "page/revision") {
      // Exports have the oldest revision first, by default; of the same second the later one is newer.
      const { revision } = this.#page;
      if (revision === null || revision.timestamp <= this.#revision.timestamp) this.#page.revision = this.#revision;
    } else if (this.#path === "page") this.pages.push(this.#finish());
    this.#names.pop();
    this.#path = this.#names.slice(1).join("/");
  }

  #assign(text: string): void {
    if (this.#path === "page/title") this.#page.title = text;
    else if (this.#path === "page/ns") this.#page.ns = text;
    else if (this.#path === "page/revision/timestamp") this.#revision.timestamp = text.trim();
    else if (this.#path === "page/revision/model") this.#revision.model = text.trim();
    else if (this.#path === "page/revision/text") {
      this.#revision.text = text;
      if (text !== "" || this.#revision.isCut) this.#revision.hasText = true;
    } else if (text !== "") this.#namespaces.set(text, this.#namespaceKey);
  }

  /** Completes the page. Exports before version 0.6 have no `ns`; there the title's prefix names the namespace. */
  #finish(): ExportedPage {
    const { ns, ...page } = this.#page;
    const prefix = page.title.slice(0, Math.max(0, page.title.indexOf(":")));
    return { ...page, namespace: ns === "" ? (this.#namespaces.get(prefix) ?? 0) : Number(ns) };
  }
}
