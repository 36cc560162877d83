import { expect, test } from "vitest";
import { ENDING_IDS, isEndingId } from "./ending-ids.ts";
import { IMPLEMENTATIONS } from "./implementations.ts";
import { parametersOf } from "./parameters-of.ts";

test("there is an implementation of each ending, and of nothing else", () => {
  expect(Object.keys(IMPLEMENTATIONS).sort()).toEqual([...ENDING_IDS].sort());
});

test("isEndingId", () => {
  expect(["server-close", "server_close", "", "toString"].map(isEndingId)).toEqual([true, false, false, false]);
});

test("parametersOf gives what the server sends, and throws for an id that is none", () => {
  expect(parametersOf("client-close-other-code").map(({ name }) => name)).toEqual(["code", "reason"]);
  expect(parametersOf("client-close-echo")).toEqual([]);
  expect(() => parametersOf("none")).toThrow('No ending "none" in data/endings');
});
