import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));

test.each(["SIGTERM", "SIGINT"] as const)("npm run lab gives its port up on %s", async (signal) => {
  const npm = spawn("npm", ["run", "lab", "--silent"], { cwd: root, env: { ...process.env, PORT: "0" } });
  const address = await new Promise<string>((resolve) => {
    npm.stdout.on("data", (chunk) => {
      const found = /http:\S+/.exec(String(chunk))?.[0];
      if (found) resolve(found);
    });
  });
  expect((await fetch(address)).status).toBe(200);
  const ended = new Promise((resolve) => npm.once("close", resolve));
  npm.kill(signal);
  await ended;
  await expect(fetch(address)).rejects.toThrow();
});
