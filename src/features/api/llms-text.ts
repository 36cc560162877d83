import { type ApiIndex, isOneOfMany } from "./to-index.ts";

/** The text of `/llms.txt` (https://llmstxt.org/): what the site is, and where to read on. */
export function llmsText({ description, version, resources }: ApiIndex, base: string): string {
  const link = (name: string, path: string, about: string) => `- [${name}](${base}${path}): ${about}`;
  // Of each kind with many the index names all.
  const single = resources.filter(({ kind }) => !isOneOfMany(kind));
  return `# wasClean

> ${description}

A WebSocket that closed tells script a code, a reason and \`wasClean\`, and engines differ in what they tell. This site
has the reference of \`CloseEvent\`, compatibility data with the source of every value, every way in which a connection
ends with what the specifications say and what each engine was seen to do, and a lab that ends a connection in any of
these ways.

## Pages

${link("Why 1006?", "why-1006/", "the causes of an abnormal closure, in the order of checking")}
${link("Close codes", "close-codes/", "the registry, and a page for each code: `close-codes/<code>/`")}
${link("Endings", "endings/", "every ending by every engine that was measured, and a page for each")}
${link("Guides", "guides/", "the closing handshake, reconnecting, proxies and time-outs, closing from a server")}
${link("Playground", "playground/", "end a connection in any way, and see what script gets")}
${link("CloseEvent", "apis/websocket/CloseEvent/", "the reference; the record of the archived page: `../CloseEvent.json`")}

## Data

JSON, version ${version}, readable from any origin. The same is in the npm package \`@wasclean/data\`.

${link("Index", "api/index.json", "every address with its kind, description, licence and JSON Schema")}
${single.map(({ url, description: about }) => `- [${url.slice(base.length)}](${url}): ${about}`).join("\n")}
- \`${base}api/close-codes/<code>.json\`: what a close code means and what engines make of it, e.g. [1006](${base}api/close-codes/1006.json)
- \`${base}api/endings/<id>.json\`: an ending and what engines were seen to do, e.g. [fin-no-close](${base}api/endings/fin-no-close.json)
`;
}
