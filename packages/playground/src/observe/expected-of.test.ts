import { ENDINGS as endings } from "@wasclean/data/load";
import type { Ending } from "@wasclean/schema";
import { describe, expect, it } from "vitest";
import { clientStepsOf, type EndingValues, expectedOf } from "./expected-of.ts";

const failed = { code: 1006, reason: "", wasClean: false, events: ["open", "error", "close"] };
const clean = (code: number, reason: string) => ({ code, reason, wasClean: true, events: ["open", "close"] });
const ending = (id: string) => endings.find((one) => one.id === id) as Ending;
const long = "é".repeat(62);

describe("expectedOf", () => {
  it.each<[id: string, values: EndingValues, expected: object | null]>([
    ["server-close", {}, clean(1000, "")],
    ["server-close", { code: 4001, reason: "bye" }, clean(4001, "bye")],
    ["server-close", { code: 1014 }, clean(1014, "")],
    ["server-close", { code: 4999, reason: "x".repeat(123) }, clean(4999, "x".repeat(123))],
    ["server-close", { code: 4001, reason: "x".repeat(124) }, failed],
    ["server-close", { code: 4001, reason: long }, failed],
    ["server-close", { code: 1005, reason: long }, failed],
    ["server-close", { code: 0 }, null],
    ["server-close", { code: 999 }, null],
    ["server-close", { code: 1004 }, null],
    ["server-close", { code: 1006 }, null],
    ["server-close", { code: 1015 }, null],
    ["server-close", { code: 2999 }, null],
    ["server-close", { code: 5000 }, null],
    ["server-close-4000", { reason: "bye" }, clean(4000, "bye")],
    ["close-empty", {}, clean(1005, "")],
    ["close-empty", { code: 4001, reason: long }, clean(1005, "")],
    ["client-close-echo", {}, clean(1000, "bye")],
    ["client-close-echo", { code: 3000, reason: "" }, clean(3000, "")],
    ["client-close-echo", { code: 1001 }, null],
    ["client-close-echo", { reason: long }, null],
    ["client-close-other-code", { code: 1001, reason: "going" }, clean(1001, "going")],
    ["client-close-other-code", { code: 1005 }, null],
    ["handshake-status-403", {}, { ...failed, events: ["error", "close"] }],
  ])("%s %o", (id, values, expected) => {
    expect(expectedOf(ending(id), values, endings)).toEqual(expected);
  });

  it("leaves open what the data leaves open, and what names an ending that is not there", () => {
    expect(expectedOf({ ...ending("close-empty"), expected: null }, {}, endings)).toBeNull();
    expect(expectedOf(ending("server-close"), { reason: long }, [])).toBeNull();
  });
});

describe("clientStepsOf", () => {
  it.each<[id: string, values: EndingValues, steps: object[]]>([
    ["server-close", { code: 4001 }, []],
    ["client-close-echo", {}, [{ do: "close", code: 1000, reason: "bye" }]],
    ["client-close-echo", { code: 999, reason: "" }, [{ do: "close", code: 999, reason: "" }]],
    ["client-close-other-code", { code: 4005, reason: "the server's" }, [{ do: "close", code: 1000, reason: "bye" }]],
    ["call-close-999", {}, [{ do: "close", code: 999 }, { do: "close" }]],
    ["binary-message", {}, [{ do: "send", data: Uint8Array.of(0x00, 0xff) }]],
    ["message-too-big", {}, [{ do: "send", data: "x".repeat(1025) }]],
  ])("%s %o", (id, values, steps) => {
    expect(clientStepsOf(ending(id), values)).toEqual(steps);
  });
});
