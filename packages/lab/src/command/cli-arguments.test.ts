import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../limits.ts";
import { fromArguments, HELP, toListenMessage } from "./cli-arguments.ts";

const serve = (
  port: number,
  host: string,
  { options = {}, ...more }: { options?: object; [other: string]: unknown } = {},
) => ({
  kind: "serve",
  port,
  host,
  json: false,
  records: null,
  options: { hosts: [], ...options },
  ...more,
});
const ALL = { options: { hosts: null } };

test.each([
  [[], {}, serve(4322, "127.0.0.1")],
  [["--port", "0"], {}, serve(0, "127.0.0.1")],
  [["--port=65535", "--host=::1"], {}, serve(65535, "::1")],
  [[], { PORT: "8080", HOST: "0.0.0.0" }, serve(8080, "0.0.0.0", ALL)],
  [[], { PORT: "", HOST: "" }, serve(4322, "127.0.0.1")],
  [["--port", "1", "--host", "a"], { PORT: "8080", HOST: "0.0.0.0" }, serve(1, "a", ALL)],
  [[], { HOSTS: "a.example, b.example" }, serve(4322, "127.0.0.1", { options: { hosts: ["a.example", "b.example"] } })],
  [["--host", "::", "--hosts", "c"], { HOSTS: "a" }, serve(4322, "::", { options: { hosts: ["c"] } })],
  [["--host", "127.1.2.3", "--hosts="], {}, serve(4322, "127.1.2.3")],
  [["--help"], {}, { kind: "help" }],
  [["--version"], {}, { kind: "version" }],
  [["--json"], {}, serve(4322, "127.0.0.1", { json: true })],
  [["--records", "redis://a"], {}, serve(4322, "127.0.0.1", { records: "redis://a" })],
  [[], { WASCLEAN_RECORDS: "valkey://a:1/2" }, serve(4322, "127.0.0.1", { records: "valkey://a:1/2" })],
  [[], { WASCLEAN_RECORDS: "" }, serve(4322, "127.0.0.1")],
  [["--records=redis://a"], { WASCLEAN_RECORDS: "redis://b" }, serve(4322, "127.0.0.1", { records: "redis://a" })],
  [
    ["--origin", "https://a.example", "--origin=http://localhost:4321"],
    {},
    serve(4322, "127.0.0.1", { options: { origins: ["https://a.example", "http://localhost:4321"] } }),
  ],
  [
    ["--max-connections", "3000", "--max-connections-per-address=2000", "--total-ms", "1"],
    {},
    serve(4322, "127.0.0.1", { options: { maxConnections: 3000, maxConnectionsPerAddress: 2000, totalMs: 1 } }),
  ],
  [["--own-ports", "4400"], {}, serve(4322, "127.0.0.1", { options: { ownPorts: 4400 } })],
])("%j with %j", (args, env, command) => {
  expect(fromArguments(args, env)).toEqual(command);
});

test.each([
  [["--port", "65536"], {}, '--port is "65536": use a whole number from 0 to 65535'],
  [["--port", "-1"], {}, "--port"],
  [["--port", "80a"], {}, '--port is "80a"'],
  [["--port="], {}, '--port is ""'],
  [["--port"], {}, "--port"],
  [["--host="], {}, "--host is empty"],
  [[], { PORT: "http" }, 'PORT is "http"'],
  [["--prot", "1"], {}, "Unknown option '--prot'; see --help"],
  [["serve"], {}, "Unexpected argument 'serve'"],
  [["--idle-ms", "0"], {}, '--idle-ms is "0": use a whole number from 1 to 2147483647'],
  [["--max-events", "1e3"], {}, '--max-events is "1e3": use a whole number'],
  [["--max-records", "5"], {}, "--max-records (5) is below --max-connections (2000)"],
  [["--own-ports", "65001"], {}, '--own-ports is "65001": use a whole number from 1 to 65000'],
  [["--origin", "example.org"], {}, '"example.org" is not an origin; use scheme, host and port'],
  [["--hosts", "a:80"], {}, '"a:80" is not a host; use names or addresses without a port'],
  [["--records", "http://a"], {}, "--records is not a Redis URL: use redis://host:port"],
  [[], { WASCLEAN_RECORDS: "redis" }, "WASCLEAN_RECORDS is not a Redis URL"],
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

test("where one of the own ports is not to be had, that one is named", () => {
  const error = Object.assign(new Error(), { code: "EADDRINUSE", port: 4401 });
  expect(toListenMessage(error, 80, "h")).toBe("port 4401 on h is in use: choose another with --own-ports");
});

test("a password in a URL that is wrong is not repeated", () => {
  const command = fromArguments(["--records", "redis://:secret@a/?x"], {});
  expect(command.kind).toBe("error");
  expect(JSON.stringify(command)).not.toContain("secret");
});

test("--help has each limit with its default", () => {
  expect(HELP).toMatch(/^ {2}--max-connections-per-address <number> .*\(100\)$/m);
  for (const value of Object.values(DEFAULT_LIMITS)) expect(HELP).toContain(`(${value})`);
});
