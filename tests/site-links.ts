import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A link of a built site that leads nowhere. */
interface BrokenLink {
  page: string;
  href: string;
}

/** Checks every internal link, script, style and picture of a built site, and every anchor. */
export function listBrokenLinks(folder: string, base = "/"): BrokenLink[] {
  const files = new Set(globSync("**/*.*", { cwd: folder }).map((file) => file.replaceAll("\\", "/")));
  const pages = new Map(
    [...files].filter((file) => file.endsWith(".html")).map((file) => [file, readFileSync(join(folder, file), "utf8")]),
  );
  const anchors = new Map([...pages].map(([file, html]) => [file, new Set(valuesOf(html, "id|name"))]));
  const leads = (href: string, page: string) => {
    const url = new URL(href, `http://site${base}${page.replace(/(?:^|\/)index\.html$/, (end) => end.slice(0, -10))}`);
    if (url.host !== "site" || url.protocol !== "http:") return true;
    if (!url.pathname.startsWith(base)) return false;
    const path = decodeURI(url.pathname.slice(base.length));
    // The lab is a server beside the files.
    if (path.startsWith("lab/")) return true;
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    if (!files.has(file)) return false;
    return isLed(decodeURIComponent(url.hash.slice(1)), anchors.get(file));
  };
  return [...pages].flatMap(([page, html]) =>
    valuesOf(html, "href|src")
      .filter((href) => !leads(href, page))
      .map((href) => ({ page, href })),
  );
}

/** What comes after `#wasclean` is the playground's. */
function isLed(anchor: string, known: Set<string> | undefined): boolean {
  return anchor === "" || known === undefined || known.has(anchor) || anchor.startsWith("wasclean");
}

function valuesOf(html: string, attributes: string): string[] {
  const found = html.matchAll(new RegExp(`\\s(?:${attributes})="([^"]*)"`, "g"));
  return [...found].map(([, value = ""]) => value.replaceAll("&amp;", "&").replaceAll("&#38;", "&"));
}
