import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { readPages } from "./kinds.ts";
import { readStartTags } from "./markup.ts";

const HOST = "http://site.invalid";
const POINTERS = ["href", "src", "action", "poster", "data"];
const REFERENCES = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget"];

interface Page {
  ids: string[];
  /** Addresses as written. */
  links: string[];
  /** The ids that attributes name on the page itself. */
  references: string[];
}

function readPage(html: string): Page {
  const page: Page = { ids: [], links: [], references: [] };
  for (const { name, attributes } of readStartTags(html)) {
    const id = attributes.get("id");
    if (id !== undefined) page.ids.push(id);
    for (const key of POINTERS) {
      const link = attributes.get(key);
      // On a custom element these are words of its own.
      if (link !== undefined && !name.includes("-")) page.links.push(link);
    }
    for (const candidate of attributes.get("srcset")?.split(",") ?? [])
      page.links.push(candidate.trim().split(" ")[0] ?? "");
    for (const key of REFERENCES) page.references.push(...(attributes.get(key)?.split(/\s+/).filter(Boolean) ?? []));
  }
  return page;
}

/** Where a link of a built site leads to nothing: one line for each, with the page that it stands on. */
export function findBrokenLinks(folder: string, base = "/"): { broken: string[]; links: number } {
  const pages = new Map([...readPages(folder)].map(([address, html]) => [address, readPage(html)]));
  const isFile = (path: string) => {
    const file = join(folder, path);
    return existsSync(file) && statSync(file).isFile();
  };
  const whyBroken = (target: URL): string | null => {
    // The lab answers there, beside the built files.
    if (target.pathname.startsWith("/lab/")) return null;
    if (!target.pathname.startsWith(base)) return "outside of the site's folder";
    const path = decodeURIComponent(target.pathname.slice(base.length - 1));
    const page = pages.get(path);
    if (!page) return isFile(path) ? null : "no such page or file";
    const id = decodeURIComponent(target.hash.slice(1));
    // The playground keeps its state there.
    return !id || id.startsWith("wasclean?") || page.ids.includes(id) ? null : "no such id";
  };
  const broken: string[] = [];
  let links = 0;
  for (const [address, page] of pages) {
    const here = new URL(base.slice(0, -1) + address, HOST);
    for (const id of new Set(page.ids.filter((id, index) => page.ids.indexOf(id) !== index)))
      broken.push(`${address}: id “${id}” twice`);
    for (const id of page.references)
      if (!page.ids.includes(id)) broken.push(`${address}: an attribute names the id “${id}”, which is not there`);
    for (const link of new Set(page.links)) {
      const target = URL.parse(link, here);
      if (target?.origin === HOST) links++;
      const why = target ? target.origin === HOST && whyBroken(target) : "no address";
      if (why) broken.push(`${address}: ${link}: ${why}`);
    }
  }
  return { broken, links };
}
