import { ENDINGS } from "@wasclean/data/load";
import type { Ending } from "@wasclean/schema";
import { describe, expect, it } from "vitest";
import { createConnectionId, labRecordUrl, labSocketUrl, readLabUrl } from "./lab-url.ts";

const base = "https://site.example/apis/websocket/CloseEvent/";

it.each([
  ["/lab/", "https://site.example/lab/"],
  ["/lab", "https://site.example/lab/"],
  ["http://localhost:4322/lab", "http://localhost:4322/lab/"],
  ["ws://localhost:4322/lab/", "http://localhost:4322/lab/"],
  ["wss://example.com/x?y#z", "https://example.com/x/"],
  ["", `${base}`],
  ["ftp://example.com/", null],
  ["http://", null],
])("the lab %j stands at %j", (lab, url) => {
  expect(readLabUrl(lab, base)?.href ?? null).toBe(url);
});

it("has no address where the document has none", () => {
  expect(readLabUrl("/lab/", "about:blank")).toBeNull();
});

describe("the URL of an ending", () => {
  const lab = new URL("https://site.example/lab/");
  it.each<[string, object, string]>([
    ["server-close", { code: 4001, reason: "a&b é" }, "server-close?code=4001&reason=a%26b+%C3%A9&"],
    ["server-close", {}, "server-close?code=1000&reason=&"],
    ["client-close-echo", { code: 4001, reason: "mine" }, "client-close-echo?"],
    ["close-empty", { code: 4001 }, "close-empty?"],
  ])("%s %o", (id, values, rest) => {
    const url = labSocketUrl(lab, ENDINGS.find((one) => one.id === id) as Ending, values, "abcdefgh");
    expect(url).toBe(`wss://site.example/lab/${rest}connection=abcdefgh`);
  });

  it("asks for the record by the connection's id", () => {
    expect(labRecordUrl(lab, "abcdefgh")).toBe("https://site.example/lab/connections/abcdefgh");
    expect(createConnectionId()).toMatch(/^[A-Za-z0-9_-]{22,64}$/);
    expect(createConnectionId()).not.toBe(createConnectionId());
  });
});
