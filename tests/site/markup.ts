/** One start tag of a page: its name, and its attributes with their references decoded. */
export interface StartTag {
  name: string;
  attributes: Map<string, string>;
  /** The text up to the end tag, where the element is a script or a style. */
  content: string;
}

const COMMENT = /<!--[\s\S]*?-->/g;
const TAG = /<([a-z][\w-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi;
const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

const decode = (value: string) =>
  value
    .replace(/&#(?:x([\da-f]+)|(\d+));/gi, (_, hex, decimal) =>
      String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** The start tags of a page that Astro wrote. Reads what html-validate finds clean, and nothing wilder. */
export function readStartTags(html: string): StartTag[] {
  const tags: StartTag[] = [];
  const source = html.replace(COMMENT, "");
  const tag = new RegExp(TAG);
  for (let match = tag.exec(source); match; match = tag.exec(source)) {
    const [, name = "", attributes = ""] = match;
    const found = [...attributes.matchAll(ATTRIBUTE)].map(
      ([, key = "", double, single, bare]) => [key.toLowerCase(), decode(double ?? single ?? bare ?? "")] as const,
    );
    const raw = /^(?:script|style)$/i.test(name);
    const end = raw ? source.indexOf(`</${name}`, tag.lastIndex) : tag.lastIndex;
    tags.push({ name: name.toLowerCase(), attributes: new Map(found), content: source.slice(tag.lastIndex, end) });
    tag.lastIndex = end;
  }
  return tags;
}
