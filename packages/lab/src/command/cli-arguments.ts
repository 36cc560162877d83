import { parseArgs } from "node:util";
import { isLoopback } from "../http/hosts.ts";
import { fromLabOptions, type LabOptions } from "../lab-options.ts";
import { DEFAULT_LIMITS, type LabLimits } from "../limits.ts";
import { fromRecordsUrl } from "../records/records-address.ts";

/** The command to run a lab. */
export interface ServeCommand {
  kind: "serve";
  port: number;
  host: string;
  /** Whether to report in JSON. */
  json: boolean;
  /** The URL of the Redis or Valkey that keeps the records; `null` for memory. */
  records: string | null;
  /** For `createLab`. */
  options: LabOptions;
}

/** A command line, read. */
export type Command = { kind: "help" } | { kind: "version" } | ServeCommand | { kind: "error"; message: string };

/** The environment variables that the command reads. */
export interface Environment {
  PORT?: string | undefined;
  HOST?: string | undefined;
  HOSTS?: string | undefined;
  WASCLEAN_RECORDS?: string | undefined;
  [other: string]: string | undefined;
}

const LIMIT_HELP: Record<keyof LabLimits, string> = {
  maxConnections: "WebSocket connections at once",
  maxConnectionsPerAddress: "WebSocket connections at once from one IP address",
  maxMessageBytes: "bytes of a message from a client",
  handshakeMs: "for a request, and for a refused client to leave",
  idleMs: "without a byte in either direction",
  closingMs: "for a client to answer a Close frame or FIN",
  totalMs: "the lifetime of a connection",
  maxRecords: "records kept, at least maxConnections",
  recordMs: "for which an ended connection's record is kept",
  maxEvents: "events in a record",
  maxStreams: "streams of records at once",
};

const LIMIT_NAMES = Object.keys(LIMIT_HELP) as (keyof LabLimits)[];
const toFlag = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const toHelp = (name: keyof LabLimits) =>
  `  ${`--${toFlag(name)} <number>`.padEnd(40)} ${LIMIT_HELP[name]} (${DEFAULT_LIMITS[name]})`;

/** The text of --help. */
export const HELP = `Usage: wasclean-lab [options]

Ends WebSocket connections in every way that they can end.

  --port <number>       0-65535, 0 for any free port (PORT; default 4322)
  --host <name>         name or address to listen on (HOST; default 127.0.0.1)
  --hosts <names>       names in the Host header to answer to besides those
                        of loopback, with commas between them (HOSTS;
                        default: none on loopback, elsewhere all)
  --own-ports <number>  the first of consecutive ports for the endings that
                        need a port of their own (default: any free ports)
  --origin <origin>     serve pages of this origin only, such as
                        https://example.org; may be repeated (default: all)
  --records <url>       share the records with other labs by this Redis or
                        Valkey, redis://host:port/db, for TLS rediss:
                        (WASCLEAN_RECORDS; default: keep them in memory)
  --web-platform-tests  also answer at the paths of the tests' handlers
  --json                report in JSON, one line for each event
  --version             show the version
  --help                show this

Limits with their defaults; limits that end in -ms are milliseconds:

${LIMIT_NAMES.map(toHelp).join("\n")}
`;

const FLAGS = {
  port: { type: "string" },
  host: { type: "string" },
  hosts: { type: "string" },
  "own-ports": { type: "string" },
  origin: { type: "string", multiple: true },
  records: { type: "string" },
  "web-platform-tests": { type: "boolean" },
  json: { type: "boolean" },
  version: { type: "boolean" },
  help: { type: "boolean" },
} as const;

const LIMIT_FLAGS = Object.fromEntries(LIMIT_NAMES.map((name) => [toFlag(name), { type: "string" as const }]));

/** An argument or variable that makes no sense; the message says what to do. */
class ArgumentError extends Error {}

/** Reads the arguments; the environment fills in what they leave out. An empty variable counts as unset. */
export function fromArguments(args: string[], env: Environment, defaultPort: string = "4322"): Command {
  try {
    const { values } = parseArgs({ args, options: { ...LIMIT_FLAGS, ...FLAGS } });
    if (values.help) return { kind: "help" };
    if (values.version) return { kind: "version" };
    const host = values.host ?? (env.HOST || "127.0.0.1");
    if (host === "") throw new ArgumentError("--host is empty: use a name or an address");
    const [name, text] = values.port === undefined ? ["PORT", env.PORT || defaultPort] : ["--port", values.port];
    const port = toNumber(name, text, 0, 65_535);
    const records = toRecords(values.records, env.WASCLEAN_RECORDS);
    return { kind: "serve", port, host, json: values.json ?? false, records, options: toOptions(values, host, env) };
  } catch (error) {
    return { kind: "error", message: toMessage(error as Error) };
  }
}

type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

function toOptions(values: Values, host: string, env: Environment): LabOptions {
  const options: LabOptions = { hosts: toHosts(values.hosts ?? env.HOSTS, host) };
  for (const name of LIMIT_NAMES) {
    const text = values[toFlag(name)];
    if (typeof text === "string") options[name] = toNumber(`--${toFlag(name)}`, text, 1, 2 ** 31 - 1);
  }
  if (typeof values["own-ports"] === "string") {
    options.ownPorts = toNumber("--own-ports", values["own-ports"], 1, 65_000);
  }
  if (Array.isArray(values.origin)) options.origins = values.origin.map(String);
  if (values["web-platform-tests"] === true) options.webPlatformTests = true;
  fromLabOptions(options); // throws
  return options;
}

/** The names to answer to: on loopback a page with a name of its own must not get in. */
function toHosts(text: unknown, host: string): string[] | null {
  const names = String(text ?? "")
    .split(/[\s,]+/)
    .filter(Boolean);
  return names.length > 0 || isLoopback(host) ? names : null;
}

function toRecords(argument: string | undefined, variable: string | undefined): string | null {
  const [name, url] = argument === undefined ? ["WASCLEAN_RECORDS", variable || null] : ["--records", argument];
  if (url === null || fromRecordsUrl(url) !== null) return url;
  // The URL itself may have a password in it.
  throw new ArgumentError(`${name} is not a Redis URL: use redis://host:port, or rediss://host:port for TLS`);
}

function toNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d{1,10}$/.test(text) && number >= least && number <= most) return number;
  throw new ArgumentError(`${name} is ${JSON.stringify(text)}: use a whole number from ${least} to ${most}`);
}

function toMessage(error: Error): string {
  if (error instanceof ArgumentError) return error.message;
  if (error instanceof RangeError) return toFlagsMessage(error.message);
  const [line = ""] = error.message.split(/\.? To specify|\n/);
  return `${line.replace(/\.$/, "")}; see --help`;
}

/** An error message of `createLab`, with its options renamed to flags. */
function toFlagsMessage(message: string): string {
  const names = new RegExp(`\\b(${LIMIT_NAMES.join("|")})\\b`, "g");
  return message.replace(/^createLab: /, "").replace(names, (name) => `--${toFlag(name)}`);
}

/** One line on why the server could not listen. */
export function toListenMessage(error: NodeJS.ErrnoException, port: number, host: string): string {
  const { code, message } = error;
  // The own port that could not be opened, if that was the cause.
  const own =
    "port" in error && typeof error.port === "number" && error.port !== port && port !== 0 ? error.port : null;
  const [number, remedy] = own === null ? [port, "--port or PORT"] : [own, "--own-ports"];
  switch (code) {
    case "EADDRINUSE":
      return `port ${number} on ${host} is in use: choose another with ${remedy}`;
    case "EACCES":
      return `port ${number} on ${host} is not allowed: choose one above 1023 with ${remedy}`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `${host} is not an address of this computer: choose another with --host or HOST`;
    default:
      return `cannot listen on ${host}, port ${number}: ${message}`;
  }
}
