import { readPages } from "./corpus.ts";
import { loadWikiparser } from "./parsers.ts";

// The import's peer: wikiparser-node reads a folder's pages up to templates, and does nothing else.
const parse = loadWikiparser();
let skipped = 0;
for (const page of readPages(process.argv[2] as string)) {
  try {
    parse(page);
  } catch {
    skipped++;
  }
}
if (skipped > 0) console.error(`${skipped} pages skipped`);
