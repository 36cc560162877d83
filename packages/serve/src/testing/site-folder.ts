import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Content of `index.html`, 1,000 bytes. */
export const HOME = "home".padEnd(1_000, "0123456789");

/** Makes a folder with a small site in it; `remove` deletes it. */
export function makeSiteFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "wasclean-"));
  const files = {
    "index.html": HOME,
    "404.html": "<title>nothing here</title>",
    "empty.txt": "",
    "page.wiki": "{{Flags}}",
    ".secret": "secret",
    "api/index.json": "{}",
    "_astro/a.css": "a{}",
    "embed/frame/index.html": "<title>frame</title>",
    "embed/close-event-playground.js": "0",
    "a b/ä.txt": "words",
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
