import { expect, test } from "vitest";
import { fromRequestTarget } from "./request-target.ts";

const nothing = { connection: null, code: 1000, reason: "" };
const long = "é".repeat(512);

test.each([
  ["/lab/server-close", { ending: "server-close", ...nothing }],
  ["/lab/server-close?", { ending: "server-close", ...nothing }],
  ["/lab/server-close?code=4001&reason=bye", { ending: "server-close", connection: null, code: 4001, reason: "bye" }],
  ["/lab/server-close?code=0", { ending: "server-close", ...nothing, code: 0 }],
  ["/lab/server-close?code=65535", { ending: "server-close", ...nothing, code: 65535 }],
  ["/lab/server-close?code=01000", { ending: "server-close", ...nothing }],
  ["/lab/server-close?reason=", { ending: "server-close", ...nothing }],
  ["/lab/server-close?reason=a+b%20c%00%F0%9F%91%8B", { ending: "server-close", ...nothing, reason: "a b c\0👋" }],
  [`/lab/server-close?reason=${encodeURIComponent(long)}`, { ending: "server-close", ...nothing, reason: long }],
  [
    "/lab/fin-no-close?connection=Abc_-123-Abc_-123-Abc_",
    { ending: "fin-no-close", ...nothing, connection: "Abc_-123-Abc_-123-Abc_" },
  ],
  [`/lab/close-empty?connection=${"a".repeat(64)}`, { ending: "close-empty", ...nothing, connection: "a".repeat(64) }],
  [
    "/lab/client-close-other-code",
    { ending: "client-close-other-code", connection: null, code: 4000, reason: "the server's own" },
  ],
  [
    "/lab/client-close-other-code?reason=",
    { ending: "client-close-other-code", connection: null, code: 4000, reason: "" },
  ],
])("%s", (url, value) => {
  expect(fromRequestTarget(url)).toEqual({ value });
});

test.each([
  ["/", 404, "PATH_UNKNOWN", "/lab/"],
  ["/lab", 404, "PATH_UNKNOWN", "/lab/"],
  ["http://host/lab/server-close", 404, "PATH_UNKNOWN", "/lab/"],
  ["", 404, "PATH_UNKNOWN", "/lab/"],
  ["/lab/", 404, "ENDING_UNKNOWN", "“”"],
  ["/lab/server-clos", 404, "ENDING_UNKNOWN", "“server-clos”"],
  ["/lab/server-close/", 404, "ENDING_UNKNOWN", "“server-close/”"],
  ["/lab/SERVER-CLOSE", 404, "ENDING_UNKNOWN", "SERVER-CLOSE"],
  ["/lab/constructor", 404, "ENDING_UNKNOWN", "constructor"],
  ["/lab/__proto__", 404, "ENDING_UNKNOWN", "__proto__"],
  [`/lab/${"x".repeat(9_000)}`, 404, "ENDING_UNKNOWN", `“${"x".repeat(64)}…”`],
  ["/lab/server-close?code=", 400, "CODE_BAD", "0 to 65535"],
  ["/lab/server-close?code=-1", 400, "CODE_BAD", "“-1”"],
  ["/lab/server-close?code=65536", 400, "CODE_BAD", "“65536”"],
  ["/lab/server-close?code=1e3", 400, "CODE_BAD", "“1e3”"],
  ["/lab/server-close?code=1000.0", 400, "CODE_BAD", "“1000.0”"],
  ["/lab/server-close?code=0x10", 400, "CODE_BAD", "“0x10”"],
  ["/lab/server-close?code=%20100", 400, "CODE_BAD", "“ 100”"],
  ["/lab/server-close?code=٣", 400, "CODE_BAD", "“٣”"],
  ["/lab/server-close?code=1000&code=1000", 400, "PARAMETER_REPEATED", "“code”"],
  ["/lab/server-close?connection=abcdefgh&connection=ijklmnop", 400, "PARAMETER_REPEATED", "“connection”"],
  ["/lab/server-close?codes=1000", 400, "PARAMETER_UNKNOWN", "“codes”; it takes code, reason, connection."],
  ["/lab/server-close?a=1&b=2&a=3", 400, "PARAMETER_UNKNOWN", "“a”, “b”;"],
  ["/lab/close-empty?code=1000", 400, "PARAMETER_UNKNOWN", "“code”; it takes connection."],
  ["/lab/client-close-echo?reason=x", 400, "PARAMETER_UNKNOWN", "“reason”"],
  ["/lab/server-close?__proto__=1", 400, "PARAMETER_UNKNOWN", "“__proto__”"],
  ["/lab/server-close?reason=%", 400, "QUERY_MALFORMED", "encodeURIComponent"],
  ["/lab/server-close?reason=%FF", 400, "QUERY_MALFORMED", "encodeURIComponent"],
  ["/lab/server-close?reason=%E2%82", 400, "QUERY_MALFORMED", "encodeURIComponent"],
  [`/lab/server-close?reason=${"x".repeat(1_025)}`, 400, "REASON_TOO_LONG", "1025 bytes"],
  [`/lab/server-close?reason=${encodeURIComponent(`${long}!`)}`, 400, "REASON_TOO_LONG", "1025 bytes"],
  ["/lab/server-close?connection=", 400, "CONNECTION_BAD", "22 to 64"],
  ["/lab/server-close?connection=abcdefghijklmnopqrstu", 400, "CONNECTION_BAD", "“abcdefghijklmnopqrstu”"],
  [`/lab/server-close?connection=${"a".repeat(65)}`, 400, "CONNECTION_BAD", "22 to 64"],
  ["/lab/server-close?connection=abcdefghijklmnopqrstuvwxyz.", 400, "CONNECTION_BAD", "“abcdefghijklmnopqrstuvwxyz.”"],
  ["/lab/server-close?connection=abcdefghijklmnopqrstuvwxyz%0A", 400, "CONNECTION_BAD", "22 to 64"],
  ["/lab/server-close?connection=äbcdefghijklmnopqrstuvwxyz", 400, "CONNECTION_BAD", "äbcdefgh"],
])("%s is refused", (url, status, error, words) => {
  const result = fromRequestTarget(url);
  expect(result).toMatchObject({ refusal: { status, error, message: expect.stringContaining(words) } });
});
