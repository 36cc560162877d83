import { expect, it } from "vitest";
import { describeSocketUrlProblem, readSocketUrl } from "./read-socket-url.ts";

it.each([
  ["ws://localhost:4321/lab/", "ws://localhost:4321/lab/"],
  ["wss://example.com", "wss://example.com/"],
  ["  wss://example.com/a?b=c ", "wss://example.com/a?b=c"],
  ["WS://Example.com/", "ws://example.com/"],
  ["http://example.com/a", "ws://example.com/a"],
  ["https://example.com/a?b#", null],
  ["https://example.com:8443/a", "wss://example.com:8443/a"],
  ["ws://example.com/#top", null],
  ["ws://user:pass@example.com/", "ws://user:pass@example.com/"],
  ["", null],
  ["   ", null],
  ["example.com/chat", null],
  ["/lab/close-empty", null],
  ["//example.com", null],
  ["ws://", null],
  ["localhost:4321", null],
  ["ftp://example.com/", null],
  ["javascript:alert(1)", null],
])("%j is read as %j", (text, value) => {
  expect(readSocketUrl(text).value).toBe(value);
});

it.each([
  ["", "URL_EMPTY", "Type the URL"],
  ["example.com", "URL_NOT_ABSOLUTE", "not a whole URL"],
  ["localhost:1", "URL_SCHEME", "begins with ws://"],
  ["ws://x/#", "URL_FRAGMENT", "has no fragment"],
] as const)("%j has the problem %s", (text, problem, words) => {
  expect(readSocketUrl(text).problem).toBe(problem);
  expect(describeSocketUrlProblem(problem)).toContain(words);
});
