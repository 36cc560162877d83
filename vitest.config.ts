import { defineConfig } from "vitest/config";

/** Milliseconds for a test, and for what is set up before it: a machine with other work to do keeps them. */
const PATIENCE = { testTimeout: 180_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    // By default one core is left idle, which of two is half.
    maxWorkers: "100%",
    reporters: [["default", { summary: true }]],
    projects: [
      {
        test: {
          name: "unit",
          include: ["{packages,src,tests}/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/*.browser.test.ts", "**/*.engines.test.ts"],
          ...PATIENCE,
        },
      },
      {
        test: {
          name: "browsers",
          include: ["tests/**/*.browser.test.ts"],
          globalSetup: "tests/set-up-site.ts",
          ...PATIENCE,
        },
      },
      {
        test: {
          name: "engines",
          include: ["tests/**/*.engines.test.ts"],
          globalSetup: "tests/set-up-site.ts",
          // Connections are waited for most of the time.
          maxWorkers: 4,
          ...PATIENCE,
        },
      },
    ],
  },
});
