/** A heading that can be linked to. */
export interface Heading {
  id: string;
  /** Its words, escaped for HTML. */
  html: string;
}

export interface Outline {
  /** All up to the end of the `h1`, and all after it. */
  before: string;
  after: string;
  /** The headings of the second level. */
  headings: Heading[];
}

const HEADING = /<(h[23])(\s[^>]*)?>([\s\S]*?)<\/\1>/g;

/** Makes each heading with an id a link to itself, and lists those of the second level. */
export function toOutline(html: string): Outline {
  const headings: Heading[] = [];
  const linked = html.replace(HEADING, (whole, name: string, attributes: string | undefined, content: string) => {
    const id = /\sid="([^"]+)"/.exec(attributes ?? "")?.[1];
    if (id === undefined) return whole;
    if (name === "h2") headings.push({ id, html: content.replaceAll(/<[^>]*>/g, "").trim() });
    // A link within a link is not allowed.
    if (/<a[\s>]/.test(content)) return whole;
    return `<${name}${attributes}><a class="permalink" href="#${id}">${content}</a></${name}>`;
  });
  const end = linked.indexOf("</h1>");
  const split = end === -1 ? 0 : end + "</h1>".length;
  return { before: linked.slice(0, split), after: linked.slice(split), headings };
}
