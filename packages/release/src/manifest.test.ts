import { expect, test } from "vitest";
import { toPublishedManifest } from "./manifest.ts";
import { lab } from "./packages/lab.ts";

test("the published package.json names built files and leaves the workspace out", () => {
  const source = {
    name: "@wasclean/x",
    version: "1.2.3",
    private: true,
    license: "MIT",
    exports: { ".": "./src/index.ts", "./define": "./src/define.ts", "./endings.json": "./endings.json" },
    bin: { x: "./src/cli.ts" },
    sideEffects: ["./src/define.ts"],
    engines: { node: ">=24" },
    scripts: { test: "vitest" },
    dependencies: { "@wasclean/data": "*", ws: "^8.23.0" },
    devDependencies: { "@types/ws": "*" },
  };
  expect(toPublishedManifest(source, lab, ["index.js", "types/a.d.ts", "types/b.d.ts"])).toEqual({
    name: "@wasclean/x",
    version: "1.2.3",
    license: "MIT",
    exports: {
      ".": { types: "./types/index.d.ts", default: "./index.js" },
      "./define": { types: "./types/define.d.ts", default: "./define.js" },
      "./endings.json": "./endings.json",
    },
    bin: { x: "cli.js" },
    sideEffects: ["./define.js"],
    files: ["index.js", "types"],
    engines: { node: ">=20" },
    dependencies: { ws: "^8.23.0" },
    publishConfig: { access: "public" },
  });
});
