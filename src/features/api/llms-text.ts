import { type ApiIndex, isOneOfMany } from "./to-index.ts";

/** The text of `/llms.txt` (https://llmstxt.org/): what the site is, and where to read more. */
export function llmsText({ description, version, resources }: ApiIndex, base: string): string {
  const link = (name: string, path: string, about: string) => `- [${name}](${base}${path}): ${about}`;
  // Kinds with many resources are described once; the index lists all.
  const single = resources.filter(({ kind }) => !isOneOfMany(kind));
  return `# wasClean

> ${description}

When a WebSocket closes, script is told a code, a reason and \`wasClean\`, and engines differ in what they report. This
site has a reference of \`CloseEvent\`, compatibility data with the source of every value, the ways in which a connection
can end, each with what the specifications say and what engines do, and a lab that ends a connection in any of these
ways.

## Pages

${link("Why 1006?", "why-1006/", "the causes of an abnormal closure, in the order to check them")}
${link("Close codes", "close-codes/", "the registry, and a page for each code: `close-codes/<code>/`")}
${link("Endings", "endings/", "every ending in every measured engine, and a page for each")}
${link("Guides", "guides/", "the closing handshake, reconnecting, proxies and time-outs, closing from a server")}
${link("Playground", "playground/", "end a connection in any way, and see what script is told")}
${link("CloseEvent", "apis/websocket/CloseEvent/", "the reference; the record of the archived page: `../CloseEvent.json`")}

## Data

JSON, version ${version}, readable from any origin. The npm package \`@wasclean/data\` has the same data.

${link("Index", "api/index.json", "every address with its kind, description, licence and JSON Schema")}
${single.map(({ url, description: about }) => `- [${url.slice(base.length)}](${url}): ${about}`).join("\n")}
- \`${base}api/close-codes/<code>.json\`: what a close code means and what engines do with it, e.g. [1006](${base}api/close-codes/1006.json)
- \`${base}api/endings/<id>.json\`: an ending and what engines do, e.g. [fin-no-close](${base}api/endings/fin-no-close.json)
`;
}
