import { expect, test } from "vitest";
import { Progress } from "./progress.ts";

function written(isTTY: boolean): string {
  let text = "";
  const progress = new Progress("Firefox", 2, { isTTY, write: (part) => (text += part) });
  progress.step("fin-no-close");
  progress.step("rst-no-close");
  progress.end("2 endings");
  return text;
}

test("a terminal gets a bar that grows", () => {
  expect(written(true)).toContain(`${"█".repeat(12)}${"░".repeat(12)} 1/2 fin-no-close`);
  expect(written(true).endsWith("\r\u001b[KFirefox: 2 endings\n")).toBe(true);
});

test("a file gets two lines", () => {
  expect(written(false)).toBe("Firefox: 2 connections\nFirefox: 2 endings\n");
});
