import { expect, test } from "vitest";
import { nearMatches, toQuestion } from "./near-matches.ts";

const NAMES = ["CloseEvent", "CloseEvent.code", "WebSocket", "fin-no-close", "rst-no-close", "1006"];

test.each([
  ["closeevent", ["CloseEvent", "CloseEvent.code"]],
  ["ClosEvent", ["CloseEvent"]],
  ["no-close", ["fin-no-close", "rst-no-close"]],
  ["no", []],
  ["Websockets", ["WebSocket"]],
  ["fin-noclose", ["fin-no-close"]],
  ["1007", ["1006"]],
  ["elephant", []],
  ["", []],
])("%j is near to %j", (written, near) => expect(nearMatches(written, NAMES)).toEqual(near));

test.each([
  [[], ""],
  [["a"], " Did you mean a?"],
  [["a", "b"], " Did you mean a or b?"],
  [["a", "b", "c"], " Did you mean a, b or c?"],
])("%j makes %j", (names, question) => expect(toQuestion(names)).toBe(question));
