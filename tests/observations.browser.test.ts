import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, inject, test } from "vitest";

const MEASURE = fileURLToPath(new URL("../packages/measure/src/cli.ts", import.meta.url));

test("Chromium still reports what data/observations/chromium.json says", { timeout: 300_000 }, () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [MEASURE, "--engine", "chromium", "--fast", "--check"],
    { env: { ...process.env, CHROMIUM_PATH: inject("chromium") }, encoding: "utf8" },
  );
  expect(`${stdout}${stderr}`).toMatch(/\d+ endings compared/);
  expect(status, `${stdout}${stderr}`).toBe(0);
});
