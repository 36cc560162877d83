import { openSync, readFileSync, readSync, statSync } from "node:fs";
import type { PageSource } from "../site/page-source.ts";
import { blankFrontMatter } from "./front-matter.ts";
import type { ListedPage } from "./listed-page.ts";
import { checkSize, toPageSource } from "./to-page-source.ts";

/** A page with its text. */
interface LoadedPage {
  /** With blanks for the front matter. */
  source: PageSource;
  /** `null` without one. */
  frontMatter: string | null;
}

/** Loads the texts of listed pages from their own files or the text store. */
export class PageLoader {
  readonly #store: string;
  /** The descriptor of the text store's file, once it is open. */
  #descriptor: number | null = null;

  /** Takes the path of the text store's file, which need not exist yet. */
  constructor(store: string) {
    this.#store = store;
  }

  /** Throws an InputError if the text is too large or not UTF-8, and errors of the system. */
  load(page: ListedPage): LoadedPage {
    const source = toPageSource(this.#read(page), page);
    if (!page.path.endsWith(".md")) return { source, frontMatter: null };
    const { wikitext, frontMatter } = blankFrontMatter(source.wikitext);
    return { source: { ...source, wikitext }, frontMatter };
  }

  #read({ place }: ListedPage): Buffer {
    if (!("file" in place)) return this.#readStored(place.offset, place.length);
    checkSize(statSync(place.file).size);
    return readFileSync(place.file);
  }

  #readStored(offset: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    this.#descriptor ??= openSync(this.#store, "r");
    for (let done = 0; done < length; ) {
      const count = readSync(this.#descriptor, bytes, done, length - done, offset + done);
      if (count === 0) throw new Error(`the temporary file ${this.#store} was cut off while it was in use`);
      done += count;
    }
    return bytes;
  }
}
