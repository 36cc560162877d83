import { expect, it } from "vitest";
import { readSocketUrl } from "./read-socket-url.ts";

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
  expect(readSocketUrl(text)).toBe(value);
});
