import { expect, test } from "vitest";
import { fromArguments, HELP } from "../command/cli-arguments.ts";
import { fromLabOptions } from "../lab-options.ts";

test("the command's flag is the lab's option, off unless given", () => {
  expect(fromArguments(["--web-platform-tests"], {})).toMatchObject({ options: { webPlatformTests: true } });
  expect(fromArguments([], {})).toMatchObject({ options: {} });
  expect(HELP).toContain("--web-platform-tests");
  expect(fromLabOptions({}).webPlatformTests).toBe(false);
});
