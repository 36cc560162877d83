import { parseArgs } from "node:util";

/** The names of the formats on the command line. */
export const FORMATS = ["text", "markdown", "csv", "json", "html", "bcd"] as const;
export type Format = (typeof FORMATS)[number];

/** A subject to show. */
export type Subject =
  /** An interface or one of its members: `CloseEvent`, `CloseEvent.wasClean`. */
  | { kind: "feature"; name: string }
  | { kind: "close-code"; code: number }
  | { kind: "close-codes" }
  | { kind: "ending"; id: string }
  | { kind: "endings" };

/** A command line, read. */
export type Command =
  | { kind: "help" }
  | { kind: "version" }
  | { kind: "list" }
  | { kind: "show"; subject: Subject; format: Format }
  | { kind: "error"; message: string };

/** The formats of each kind of subject; the first is the default. */
export const FORMATS_OF: Record<Subject["kind"], readonly [Format, ...Format[]]> = {
  feature: ["markdown", "csv", "json", "html", "bcd"],
  "close-code": ["text", "markdown", "csv", "json", "html"],
  "close-codes": ["markdown", "csv", "json", "html"],
  ending: ["text", "markdown", "csv", "json", "html"],
  endings: ["markdown", "csv", "json", "html"],
};

/** The text of --help. */
export const HELP = `Usage: wasclean-data <what> [--format <format>]

How WebSocket connections end: compatibility, close codes, and what engines do.

  CloseEvent           support of an interface and its members
  CloseEvent.wasClean  support of one member
  1006                 what a close code means, and what engines make of it
  ending fin-no-close  one way to end, and what each engine was seen to do
  close-codes          the registry of close codes
  endings              all endings, and what each engine was seen to do

  --format <format>    markdown, csv, json, html; for support also bcd, the
                       schema of browser-compat-data; for one code or ending
                       also text. Default: text if available, else markdown
  --list               list all subjects
  --version            show the version
  --help               show this

Exit status: 0; 1 for an unknown subject; 2 for invalid arguments.
`;

const OPTIONS = {
  format: { type: "string", short: "f" },
  list: { type: "boolean", short: "l" },
  version: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Reads the arguments. Does not look up whether the feature or ending exists. */
export function fromArguments(args: string[]): Command {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    if (values.help) return { kind: "help" };
    if (values.version) return { kind: "version" };
    if (values.list) return { kind: "list" };
    const subject = toSubject(positionals);
    if (typeof subject === "string") return { kind: "error", message: subject };
    return toShow(subject, values.format);
  } catch (error) {
    const [line = ""] = (error as Error).message.split(/\.? To specify|\n/);
    return { kind: "error", message: `${line.replace(/\.$/, "")}; see --help` };
  }
}

function toShow(subject: Subject, asked: string | undefined): Command {
  const formats = FORMATS_OF[subject.kind];
  const format = asked === undefined ? formats[0] : formats.find((one) => one === asked);
  if (format !== undefined) return { kind: "show", subject, format };
  const what = { feature: "a feature", "close-code": "a close code", ending: "an ending" } as Record<string, string>;
  const choice = `choose one of ${formats.join(", ")} for ${what[subject.kind] ?? subject.kind}`;
  return { kind: "error", message: `--format is ${JSON.stringify(asked)}: ${choice}` };
}

/** The subject, or an error message. */
function toSubject([word, ...rest]: string[]): Subject | string {
  if (word === undefined) return "no subject: name a feature such as CloseEvent, or a code; see --help";
  if (word === "ending") return toEnding(rest);
  if (rest.length > 0) return `remove ${JSON.stringify(rest[0])}: ask for one subject at a time; see --help`;
  if (word === "endings" || word === "close-codes") return { kind: word };
  if (!/^\d+$/.test(word)) return { kind: "feature", name: word };
  if (Number(word) <= 65_535) return { kind: "close-code", code: Number(word) };
  return `${word} is not a close code: use a whole number from 0 to 65535`;
}

function toEnding([id, more]: string[]): Subject | string {
  if (id === undefined) return "ending needs an id, such as fin-no-close; --list shows all endings";
  if (more !== undefined) return `remove ${JSON.stringify(more)}: ask for one ending at a time`;
  return { kind: "ending", id };
}
