import type { Release } from "../release.ts";

/** The playground: `observe()`, the element, and the parts that it loads when they are needed. */
export const playground: Release = {
  folder: "packages/playground",
  platform: "browser",
  target: ["es2022"],
  sharesFiles: true,
  modules: "esm",
};
