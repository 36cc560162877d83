import { readPages } from "./corpus.ts";
import { loadWikiparser } from "./parsers.ts";

// What the import is measured against: wikiparser-node reads a folder's pages up to templates, and nothing more.
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
