import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // By default one core is left idle, which of two is half.
    maxWorkers: "100%",
    reporters: [["default", { summary: true }]],
    projects: [
      {
        test: {
          name: "unit",
          include: ["{data,packages,src,tests}/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/*.browser.test.ts", "**/*.engines.test.ts"],
          // Programs are started and packages installed; a machine with other work to do takes its time over that.
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "browsers",
          include: ["tests/**/*.browser.test.ts"],
          // A browser takes its time on a busy machine.
          testTimeout: 30_000,
          hookTimeout: 240_000,
          globalSetup: "tests/set-up-site.ts",
        },
      },
      {
        test: {
          name: "engines",
          include: ["tests/**/*.engines.test.ts"],
          hookTimeout: 240_000,
          globalSetup: "tests/set-up-site.ts",
        },
      },
    ],
  },
});
