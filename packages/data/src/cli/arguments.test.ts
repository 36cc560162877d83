import { expect, test } from "vitest";
import { FORMATS_OF, fromArguments, HELP, type Subject } from "./arguments.ts";

const closeEvent: Subject = { kind: "feature", name: "CloseEvent" };
const ending: Subject = { kind: "ending", id: "fin-no-close" };

test.each<[string, object]>([
  ["CloseEvent", { kind: "show", subject: closeEvent, format: "markdown" }],
  ["CloseEvent --format bcd", { kind: "show", subject: closeEvent, format: "bcd" }],
  ["--format=json CloseEvent", { kind: "show", subject: closeEvent, format: "json" }],
  ["-f csv CloseEvent", { kind: "show", subject: closeEvent, format: "csv" }],
  ["1006", { kind: "show", subject: { kind: "close-code", code: 1006 }, format: "text" }],
  ["0", { kind: "show", subject: { kind: "close-code", code: 0 }, format: "text" }],
  ["65535 -f html", { kind: "show", subject: { kind: "close-code", code: 65_535 }, format: "html" }],
  ["ending fin-no-close", { kind: "show", subject: ending, format: "text" }],
  ["ending fin-no-close -f markdown", { kind: "show", subject: ending, format: "markdown" }],
  ["endings", { kind: "show", subject: { kind: "endings" }, format: "markdown" }],
  ["close-codes", { kind: "show", subject: { kind: "close-codes" }, format: "markdown" }],
  ["--help", { kind: "help" }],
  ["-h CloseEvent", { kind: "help" }],
  ["--version", { kind: "version" }],
  ["--list", { kind: "list" }],
])("%s", (line, command) => expect(fromArguments(line.split(" "))).toEqual(command));

test.each([
  ["", "no subject: name a feature such as CloseEvent, or a code; see --help"],
  ["65536", "65536 is not a close code: use a whole number from 0 to 65535"],
  ["99999999999999999999", "99999999999999999999 is not a close code: use a whole number from 0 to 65535"],
  ["CloseEvent WebSocket", 'remove "WebSocket": ask for one subject at a time; see --help'],
  ["ending", "ending needs an id, such as fin-no-close; --list shows all endings"],
  ["ending a b", 'remove "b": ask for one ending at a time'],
  ["CloseEvent --format text", '--format is "text": choose one of markdown, csv, json, html, bcd for a feature'],
  ["1006 --format xml", '--format is "xml": choose one of text, markdown, csv, json, html for a close code'],
  ["ending x --format bcd", '--format is "bcd": choose one of text, markdown, csv, json, html for an ending'],
  ["endings --format text", '--format is "text": choose one of markdown, csv, json, html for endings'],
  ["CloseEvent --format", "Option '-f, --format <value>' argument missing; see --help"],
  ["CloseEvent --frmat csv", "Unknown option '--frmat'; see --help"],
  ["-1", "Unknown option '-1'; see --help"],
])("refuses %j", (line, message) => {
  expect(fromArguments(line.split(" ").filter((word) => word !== ""))).toEqual({ kind: "error", message });
});

test("the help names every kind of subject, format and option, and fits into 80 columns", () => {
  for (const word of [...Object.keys(FORMATS_OF).slice(2), ...Object.values(FORMATS_OF).flat(), "--list", "--version"])
    expect(HELP).toContain(word);
  expect(HELP.split("\n").filter((line) => line.length > 80)).toEqual([]);
});
