import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createBoundedServer, createLab } from "@wasclean/lab";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ObservedEvent } from "../packages/playground/src/observe/observed-event.ts";
import { type MessageData, summarizeMessage } from "../packages/playground/src/observe/summarize-message.ts";
import type { RunData } from "../packages/playground/src/run/run-data.ts";
import { literalOf } from "../packages/playground/src/snippets/snippet-lines.ts";
import { snippetsFor } from "../packages/playground/src/snippets/snippets.ts";
import { requireProgram } from "./programs.ts";

/** Everything that could end a literal or a line. */
const HOSTILE = "\"'`\\ \r\n\u2028\u202e👩🏽‍🚀 $\x7bx} </script> \\u{41}\\x41 \\";

const open: ObservedEvent = { at: 5, kind: "open", protocol: "", extensions: "" };

const closing = (code: number | null, reason: string | null): ObservedEvent => {
  return { at: 6, kind: "close-called", code, reason, exception: null };
};

const sending = (data: MessageData): ObservedEvent => {
  return { at: 6, kind: "send-called", ...summarizeMessage(data), exception: null };
};

interface Case {
  title: string;
  ending: string;
  query?: string;
  protocols?: string[];
  events: ObservedEvent[];
  /** What a program prints, in JavaScript: the words of an error are each runtime's own, and Deno has 0 for 1006. */
  js: RegExp | string;
  /** The same in Python, with the reason as a literal. */
  python: (hostile: string) => string;
  /** Whether websockets before 14, as in Debian 12, cannot do it. */
  isRecent?: true;
}

const cases: Case[] = [
  {
    title: "the server closes with a hostile reason",
    ending: "server-close",
    query: `?code=4001&reason=${encodeURIComponent(HOSTILE)}&connection=0123456789abcdef`,
    events: [open],
    js: `open \nclose 4001 ${JSON.stringify(HOSTILE)} true\n`,
    python: (hostile) =>
      `open None\nclose 4001 ${hostile}\nreceived Close(code=4001, reason=${hostile}) sent Close(code=4001,`,
  },
  {
    title: "the client closes with a hostile reason",
    ending: "client-close-echo",
    protocols: ["chat", "other"],
    events: [open, closing(4001, HOSTILE)],
    js: `open chat\nclose 4001 ${JSON.stringify(HOSTILE)} true\n`,
    python: (hostile) => `open chat\nclose 4001 ${hostile}\n`,
  },
  {
    title: "the client closes without a code",
    ending: "client-close-echo",
    events: [open, closing(null, null)],
    js: 'open \nclose 1005 "" true\n',
    python: () => "open None\nclose 1005 ''\nreceived Close(code=<CloseCode.NO_STATUS_RCVD: 1005>",
    isRecent: true,
  },
  {
    title: "the client sends too much",
    ending: "message-too-big",
    events: [open, sending("x".repeat(1025))],
    js: 'open \nclose 1009 "at most 1024 bytes" true\n',
    python: () => "open None\nclose 1009 'at most 1024 bytes'\n",
  },
  {
    title: "the client sends bytes",
    ending: "binary-message",
    events: [open, sending(Uint8Array.of(0, 255))],
    js: 'open \nclose 1003 "text only" true\n',
    python: () => "open None\nclose 1003 'text only'\n",
  },
  {
    title: "the server ends TCP without a Close frame",
    ending: "fin-no-close",
    events: [open],
    js: /^open \n(error .*\n)?close (1006|0) "" false\n$/,
    python: () => "open None\nclose 1006 ''\nreceived None sent None\n",
  },
  {
    title: "the client closes while connecting",
    ending: "call-close-connecting",
    events: [closing(null, null), { at: 7, kind: "error" }],
    js: /^error .*\nclose (1006|0) "" false\n$/,
    python: () => "error TimeoutError()\n",
  },
];

const bin = fileURLToPath(new URL("../packages/measure/engines/node_modules/.bin/", import.meta.url));
const runtimes = [
  { id: "node", program: process.execPath, args: [] },
  { id: "deno", program: join(bin, "deno"), args: ["run", "--allow-net", "--no-check"] },
  { id: "bun", program: join(bin, "bun"), args: [] },
];
const python = requireProgram("python");
const isOld = /^(?:[0-9]|1[0-3])\./.test(evaluate("import websockets\nprint(websockets.__version__)"));

const folder = mkdtempSync(join(tmpdir(), "wasclean-snippets-"));
const lab = createLab();
const server = createBoundedServer(lab, lab.handleRequest);
let base = "";
let ports: Record<string, number> = {};

beforeAll(async () => {
  base = await server.listen(0, "127.0.0.1");
  ({ ports } = (await (await fetch(`${base}/lab/`)).json()) as { ports: Record<string, number> });
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.stop();
});

describe.each(runtimes)("in $id", ({ id, program, args }) => {
  const isThere = existsSync(program);
  const why = isThere ? "" : " (not installed: npm ci --prefix packages/measure/engines)";
  test.runIf(isThere).each(cases)(`$title${why}`, async ({ js, ...chosen }) => {
    const printed = await runProgram(program, args, writeSnippet(chosen, id, "mjs"));
    if (typeof js === "string") expect(printed).toBe(js);
    else expect(printed).toMatch(js);
  });
});

describe("in Python", () => {
  test.each(cases)("$title", async ({ isRecent, ...chosen }) => {
    const file = writeSnippet(chosen, "python", "py");
    const { status, stderr } = spawnSync(python, ["-m", "py_compile", file], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    // It is compiled alone: the program asks for websockets 14 or later, and needs it for this one call.
    if (isRecent && isOld) return;
    const hostile = evaluate(`print(repr(${literalOf(HOSTILE, true)}), end="")`);
    const printed = await runProgram(python, [], file);
    expect(printed).toContain(chosen.python(hostile));
  });

  test("any text survives in a literal, but for lone surrogates", () => {
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom('"', "'", "\\", "\r\n", "\u2028", "👩🏽‍🚀", "\u{e0001}", "\\U0001f600", "{x}"),
    );
    const texts = fc.sample(
      fc.array(unit).map((parts) => parts.join("")),
      500,
    );
    const list = `[${texts.map((text) => literalOf(text, true)).join(",\n")}]`;
    expect(JSON.parse(evaluate(`import json\nprint(json.dumps(${list}))`))).toEqual(
      texts.map((text) => text.toWellFormed()),
    );
  });
});

function evaluate(code: string): string {
  const { stdout, stderr } = spawnSync(python, ["-"], { input: code, encoding: "utf8", env: environment() });
  if (stderr !== "") throw new Error(stderr);
  return stdout;
}

/** Runs a program to its end; gives what it printed. */
function runProgram(program: string, args: string[], file: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args, file], { stdio: ["ignore", "pipe", "pipe"], env: environment() });
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        printed += text;
      });
    }
    const timer = setTimeout(() => child.kill("SIGKILL"), 60_000);
    child.once("error", reject);
    child.once("close", () => {
      clearTimeout(timer);
      resolve(printed);
    });
  });
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, NO_COLOR: "1", PYTHONUTF8: "1" };
}

function writeSnippet({ title, ...chosen }: Omit<Case, "js">, id: string, extension: string): string {
  const snippet = snippetsFor(runOf(chosen)).find((each) => each.id === id);
  const file = join(folder, `${id}-${title.replaceAll(" ", "-")}.${extension}`);
  writeFileSync(file, snippet?.code ?? "");
  return file;
}

function runOf({
  ending,
  query = "",
  protocols = [],
  events,
}: Pick<Case, "ending" | "query" | "protocols" | "events">) {
  const url = new URL(`/lab/${ending}${query}`, base);
  if (ports[ending]) url.port = String(ports[ending]);
  const run: RunData = {
    format: "wasclean-run",
    version: 1,
    mode: "live",
    engine: null,
    url: url.href.replace(/^http/, "ws"),
    protocols,
    ending,
    code: null,
    reason: null,
    startedAt: "2026-11-22T10:00:00.000Z",
    userAgent: "",
    page: { protocol: "http:", host: "localhost", online: true },
    events,
    wire: [],
    record: null,
    violations: [],
    localNetwork: null,
  };
  return run;
}
