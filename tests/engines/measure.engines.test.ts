import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ENDINGS } from "@wasclean/data/load";
import { expect, inject, test } from "vitest";
import { observationsOf } from "../evidence.ts";

const MEASURE = fileURLToPath(new URL("../../packages/measure/src/cli.ts", import.meta.url));
const { results } = observationsOf("chromium");
const fast = ENDINGS.filter(({ id, slow }) => !slow && id in results);

/** Whether the element brings it about as well: then one of its group is enough here. */
const isInElement = ({ connectsTo, client }: (typeof fast)[number]) =>
  connectsTo === "lab" && client.every((step) => step.do !== "leave-page");
const oneOfEachGroup = new Map(fast.filter(isInElement).map((ending) => [ending.group, ending])).values();
const sample = [...fast.filter((ending) => !isInElement(ending)), ...oneOfEachGroup].map(({ id }) => id);

test("measuring Chromium again finds what is published, the lab's view and the time included", () => {
  const args = [MEASURE, "--engine", "chromium", "--check", ...sample.flatMap((id) => ["--ending", id])];
  const env = { ...process.env, CHROMIUM_PATH: inject("chromium") };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
  const printed = `${stdout}${stderr}`;
  expect(printed).toContain(`${sample.length} endings compared`);
  expect(status, printed).toBe(0);
});
