import type { Release } from "../release.ts";

/** The server that ends connections: a library, and a command. */
export const lab: Release = {
  folder: "packages/lab",
  platform: "node",
  target: ["node20"],
  sharesFiles: true,
  modules: "esm",
  engines: { node: ">=20" },
};
