import { expect, test } from "vitest";
import { fromArguments } from "./cli-arguments.ts";

test("without arguments everything is measured three times", () => {
  const all = { kind: "measure", engines: null, endings: null, runs: 3, check: false, fast: false };
  expect(fromArguments([])).toEqual(all);
});

test("one engine and one ending", () => {
  expect(fromArguments(["--engine", "firefox", "--ending", "fin-no-close", "--check"])).toMatchObject({
    engines: ["firefox"],
    endings: ["fin-no-close"],
    runs: 1,
    check: true,
  });
});

test.each([
  [["--engine", "safari"], "chromium, firefox"],
  [["--ending", "fin"], "fin-no-close"],
  [["--ending", "server-close"], "server-close-1000"],
  [["--runs", "2"], "from 3 to 100"],
  [["--runs", "0", "--check"], "from 1 to 100"],
  [["--runs", "many"], "whole number"],
  [["--nonsense"], "--help"],
  [["stray"], "--help"],
])("%j is refused with a remedy", (args, remedy) => {
  const command = fromArguments(args);
  expect(command.kind === "error" && command.message).toContain(remedy);
});
