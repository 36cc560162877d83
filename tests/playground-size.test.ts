import { gzipSync } from "node:zlib";
import { build, type OutputFile } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";

const SOURCE = new URL("../packages/playground/src/", import.meta.url).pathname;
let files: (OutputFile & { entry?: string })[];

const bytesOf = (text: string) => gzipSync(text, { level: 9 }).length;

describe("the size of the playground, minified and compressed by gzip", () => {
  beforeAll(async () => {
    const common = {
      bundle: true,
      minify: true,
      format: "esm",
      write: false,
      outdir: "out",
      logLevel: "error",
    } as const;
    const parts = {
      name: "later-parts",
      setup: (it: { onResolve: CallableFunction }) => {
        it.onResolve({ filter: /\/(details|actions)\.ts$/ }, ({ path, kind }: { path: string; kind: string }) =>
          kind === "dynamic-import" ? { path, external: true } : undefined,
        );
      },
    };
    const first = await build({ ...common, entryPoints: [`${SOURCE}define.ts`], plugins: [parts] });
    const all = await build({ ...common, entryPoints: [`${SOURCE}define.ts`], splitting: true });
    files = [...first.outputFiles, ...all.outputFiles];
  });

  test("the first part, with all it needs to connect and show an event, takes at most 10 kB", () => {
    expect(bytesOf(files[0]?.text ?? "")).toBeLessThanOrEqual(10_000);
  });

  test("nothing of the data of endings is in it", () => {
    expect(files[0]?.text).not.toContain("Not Found instead of 101");
  });
});
