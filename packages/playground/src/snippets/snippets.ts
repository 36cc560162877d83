import type { RunData } from "../run/run-data.ts";
import { linesOf, literalOf } from "./snippet-lines.ts";

/** A whole program that repeats a run; `language` is its name for highlighters. */
export interface Snippet {
  id: string;
  label: string;
  language: "javascript" | "python";
  code: string;
}

/** Runtimes, and how to run a program in them. */
const runtimes = [
  ["Browser", "in the console, or as a module"],
  ["Node.js", "node close.mjs, 22 or later"],
  ["Deno", "deno run --allow-net close.mjs"],
  ["Bun", "bun close.mjs"],
  ["Python", "3.11 or later; pip install 'websockets>=14'"],
] as const;

/** The same run as a program for each runtime: it makes the same calls, with pauses to a tenth of a second, and prints the events. None without a URL. */
export function snippetsFor(run: RunData): Snippet[] {
  if (run.url === "") return [];
  return runtimes.map(([label, hint]) => {
    const id = label.slice(0, label === "Node.js" ? 4 : undefined).toLowerCase();
    return label === "Python"
      ? { id, label, language: "python", code: `# ${hint}\n${pythonProgram(run)}` }
      : { id, label, language: "javascript", code: `// ${hint}\n${jsProgram(run, label === "Browser")}` };
  });
}

function jsProgram(run: RunData, isBrowser: boolean): string {
  const { early, late } = linesOf(run.events, false);
  // Elsewhere the event `error` tells what went wrong.
  const [taken, printed] = isBrowser ? ["", ""] : ["{ message }", ", message"];
  return `const socket = new WebSocket(${argumentsOf(run, false)});
socket.binaryType = "arraybuffer";
socket.onmessage = ({ data }) => console.log("message", data);
socket.onerror = (${taken}) => console.log("error"${printed});
socket.onclose = ({ code, reason, wasClean }) => console.log("close", code, JSON.stringify(reason), wasClean);
socket.onopen = async () => {
  ${['console.log("open", socket.protocol);', ...late].join("\n  ")}
};
${[...early, ""].join("\n")}`;
}

function pythonProgram(run: RunData): string {
  const { late, gaveUpAfter } = linesOf(run.events, true);
  // As in browsers: no pings, and no limit for messages.
  const connect = `connect(${argumentsOf(run, true)}, ping_interval=None, max_size=None)`;
  const body =
    gaveUpAfter === null
      ? `        async with ${connect} as socket:
            ${['print("open", socket.subprotocol)', ...late].join("\n            ")}
            while True:
                print("message", await socket.recv())
    except ConnectionClosed as closed:
        # Instead of wasClean: the Close frames, None where there was none.
        print("close", socket.close_code, repr(socket.close_reason))
        print("received", repr(closed.rcvd), "sent", repr(closed.sent))`
      : `        await asyncio.wait_for(${connect}, ${gaveUpAfter})`;
  return `import asyncio
from websockets import ConnectionClosed, WebSocketException, connect


async def main():
    try:
${body}
    except (OSError, WebSocketException) as error:
        print("error", repr(error))


asyncio.run(main())
`;
}

/** The URL and the subprotocols. The connection's id is left out: the lab accepts an id only once in a while. */
function argumentsOf({ url, ending, protocols }: RunData, isPython: boolean): string {
  const parsed = ending === null ? null : URL.parse(url);
  parsed?.searchParams.delete("connection");
  const list = protocols.map((protocol) => literalOf(protocol, isPython)).join(", ");
  return literalOf(parsed?.href ?? url, isPython) + (list && `, ${isPython ? "subprotocols=" : ""}[${list}]`);
}
