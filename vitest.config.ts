import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    reporters: [["default", { summary: true }]],
    projects: [
      {
        test: {
          name: "unit",
          include: ["{data,packages,src,tests}/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/*.browser.test.ts"],
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
    ],
  },
});
