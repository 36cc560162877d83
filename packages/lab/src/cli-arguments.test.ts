import { expect, test } from "vitest";
import { fromArguments, toListenMessage } from "./cli-arguments.ts";

const serve = (port: number, host: string) => ({ kind: "serve", port, host });

test.each([
  [[], {}, serve(4322, "127.0.0.1")],
  [["--port", "0"], {}, serve(0, "127.0.0.1")],
  [["--port=65535", "--host=::1"], {}, serve(65535, "::1")],
  [[], { PORT: "8080", HOST: "0.0.0.0" }, serve(8080, "0.0.0.0")],
  [[], { PORT: "", HOST: "" }, serve(4322, "127.0.0.1")],
  [["--port", "1", "--host", "a"], { PORT: "8080", HOST: "0.0.0.0" }, serve(1, "a")],
  [["--help"], {}, { kind: "help" }],
])("%j with %j", (args, env, command) => {
  expect(fromArguments(args, env)).toEqual(command);
});

test.each([
  [["--port", "65536"], {}, '--port is "65536": give a whole number from 0 to 65535'],
  [["--port", "-1"], {}, "--port"],
  [["--port", "80a"], {}, '--port is "80a"'],
  [["--port="], {}, '--port is ""'],
  [["--port"], {}, "--port"],
  [["--host="], {}, "--host is empty"],
  [[], { PORT: "http" }, 'PORT is "http"'],
  [["--prot", "1"], {}, "Unknown option '--prot'; see --help"],
  [["serve"], {}, "Unexpected argument 'serve'"],
])("%j with %j is an error", (args, env, words) => {
  const command = fromArguments(args, env);
  expect(command).toEqual({ kind: "error", message: expect.stringContaining(words) });
  expect(command).not.toEqual({ kind: "error", message: expect.stringContaining("\n") });
});

test.each([
  ["EADDRINUSE", "port 80 on h is in use: choose another with --port or PORT"],
  ["EACCES", "port 80 on h is not allowed: choose one above 1023 with --port or PORT"],
  ["ENOTFOUND", "h is not an address of this computer: choose another with --host or HOST"],
  ["EOTHER", "cannot listen on h, port 80: what it was"],
])("%s", (code, message) => {
  expect(toListenMessage(Object.assign(new Error("what it was"), { code }), 80, "h")).toBe(message);
});
