import { parseArgs } from "node:util";

/** What the command line asks for. */
export type Command =
  | { kind: "help" }
  | { kind: "serve"; port: number; host: string }
  | { kind: "error"; message: string };

/** The text of --help. */
export const HELP = `Usage: wasclean-lab [--port <number>] [--host <name>]

Ends WebSocket connections in every way there is.

  --port <number>  0-65535, 0 for any that is free (PORT; default 4322)
  --host <name>    name or address to listen on (HOST; default 127.0.0.1)
  --help           show this
`;

/** Reads arguments and, where they say nothing, the environment; an empty variable says nothing. */
export function fromArguments(
  args: string[],
  env: { PORT?: string; HOST?: string },
  defaultPort: string = "4322",
): Command {
  try {
    const options = { port: { type: "string" }, host: { type: "string" }, help: { type: "boolean" } } as const;
    const { values } = parseArgs({ args, options });
    if (values.help) return { kind: "help" };
    const host = values.host ?? (env.HOST || "127.0.0.1");
    if (host === "") return { kind: "error", message: "--host is empty: give a name or an address" };
    const [name, port] = values.port === undefined ? ["PORT", env.PORT || defaultPort] : ["--port", values.port];
    if (/^\d{1,5}$/.test(port) && Number(port) <= 65535) return { kind: "serve", port: Number(port), host };
    return { kind: "error", message: `${name} is ${JSON.stringify(port)}: give a whole number from 0 to 65535` };
  } catch (error) {
    const [line = ""] = (error as Error).message.split(/\.? To specify|\n/);
    return { kind: "error", message: `${line.replace(/\.$/, "")}; see --help` };
  }
}

/** One line on why the server could not listen. */
export function toListenMessage({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  switch (code) {
    case "EADDRINUSE":
      return `port ${port} on ${host} is in use: choose another with --port or PORT`;
    case "EACCES":
      return `port ${port} on ${host} is not allowed: choose one above 1023 with --port or PORT`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `${host} is not an address of this computer: choose another with --host or HOST`;
    default:
      return `cannot listen on ${host}, port ${port}: ${message}`;
  }
}
