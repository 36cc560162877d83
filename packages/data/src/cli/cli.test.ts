import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { CLOSE_EVENT, ENDINGS, OBSERVATIONS } from "../load/index.ts";
import { type BcdIdentifier, toBcd } from "../tables/index.ts";
import { answer, listSubjects, NotFoundError } from "./answer.ts";
import { FORMATS_OF, type Format, fromArguments } from "./arguments.ts";

const CLI = fileURLToPath(new URL("./cli.ts", import.meta.url));
const fileOf = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../data/${path}`, import.meta.url), "utf8"));

function ask(line: string): string {
  const command = fromArguments(line.split(" "));
  if (command.kind !== "show") throw new Error(`${line} asks for nothing to show`);
  return answer(command);
}

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
};

describe("the command", () => {
  test("prints what was asked for", () => {
    const { status, stdout, stderr } = run("CloseEvent", "--format", "markdown");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^\| Browser +\| CloseEvent +\|/);
  });

  test.each([
    [["closeevent"], 1, /^wasclean-data: unknown feature "closeevent"\. Did you mean CloseEvent, .+\?.+--list.+\n$/],
    [["ending", "fin-no-clos"], 1, /^wasclean-data: unknown ending "fin-no-clos"\. Did you mean fin-no-close\?/],
    [["ending", "elephant"], 1, /^wasclean-data: unknown ending "elephant"\. --list shows all endings\n$/],
    [["70000"], 2, /^wasclean-data: 70000 is not a close code/],
    [[], 2, /^wasclean-data: no subject/],
  ])("%j ends with %i and says why", (args, code, message) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout]).toEqual([code, ""]);
    expect(stderr).toMatch(message);
  });

  test("shows help and version", () => {
    expect(run("--help").stdout).toMatch(/^Usage: wasclean-data /);
    expect(run("--version").stdout).toBe(`${manifest.version}\n`);
  });
});

describe("each subject in each format", () => {
  const SUBJECTS: Record<keyof typeof FORMATS_OF, string> = {
    feature: "WebSocket",
    "close-code": "1006",
    "close-codes": "close-codes",
    ending: "ending fin-no-close",
    endings: "endings",
  };
  const CASES = Object.entries(SUBJECTS).flatMap(([kind, line]) =>
    FORMATS_OF[kind as keyof typeof FORMATS_OF].map((format): [string, Format] => [line, format]),
  );
  const SHAPES: Record<Format, RegExp> = {
    text: /^[\w-]+.*\n\S.*\n\n {2}\S+/,
    markdown: /^\| .+ \|\n\| -[-| ]+- \|\n\| /,
    csv: /^[\w,]+\r\n\S+,.*\r\n$/s,
    json: /^[{[]\n {2}["{]/,
    bcd: /^{\n {2}"api": {\n/,
    html: /^<table>\n<caption>.+<\/caption>.*<\/table>\n$/s,
  };
  test.each(CASES)("%s as %s", (line, format) => expect(ask(`${line} --format ${format}`)).toMatch(SHAPES[format]));
});

test.each([
  ["CloseEvent", "compat/CloseEvent.json"],
  ["api.WebSocket", "compat/WebSocket.json"],
  ["close-codes", "close-codes.json"],
])("%s as JSON is the package's own file", (line, path) => {
  expect(JSON.parse(ask(`${line} --format json`))).toEqual(fileOf(path));
});

test("endings as JSON are those of all groups", () => {
  expect(JSON.parse(ask("endings --format json"))).toEqual(ENDINGS);
});

test("a member is the record of its interface with this member only", () => {
  const compat = CLOSE_EVENT;
  const key = "api.CloseEvent.wasClean";
  const member = { ...compat, features: { [key]: compat.features[key] } };
  expect(JSON.parse(ask("CloseEvent.wasClean -f json"))).toEqual(member);
  const { wasClean } = toBcd(compat).api.CloseEvent as BcdIdentifier;
  expect(JSON.parse(ask(`${key} -f bcd`))).toEqual({ api: { CloseEvent: { wasClean } } });
});

test("explains a code: registry, engines, endings", () => {
  const text = ask("1006");
  expect(text).toMatch(/^1006 Abnormal Closure\n/);
  expect(text).toMatch(/In a Close frame {2}never\n/);
  expect(text).toMatch(/What script sees when a Close frame has it \(ending server-close-1006\)\n {2}Chromium \d/);
  expect(text).toMatch(/ {2}rst-no-close +in \d of the engines\n/);
  expect(ask("2500")).toMatch(/^2500 \(1016–2999, unassigned\)\n/);
});

test("tells of an ending what is expected and what each engine was seen to do", () => {
  const text = ask("ending fin-no-close");
  expect(text).toMatch(/ {2}Expected {2}open → error → close, 1006, not clean\n/);
  for (const { engine } of OBSERVATIONS) expect(text).toContain(`  ${engine.name} ${engine.version} `);
  expect(ask("ending page-leaves")).toMatch(/Bun [\d.]+ +not measured: It has no pages\.\n/);
  expect(ask("ending server-close")).toContain("as endings of their own: server-close-…\n");
});

test("all that is listed can be asked for", () => {
  const subjects = listSubjects();
  expect(subjects).toEqual(expect.arrayContaining(["CloseEvent", "WebSocket.close", "1006", "ending rst-no-close"]));
  for (const subject of subjects) expect(ask(subject).length, subject).toBeGreaterThan(100);
});

test.each(["CloseEvent.foo", "Close", "api.", "__proto__", "../package"])("there is no feature %j", (name) => {
  expect(() => ask(name)).toThrow(NotFoundError);
});
