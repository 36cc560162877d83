import { execFile } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { checkTarball } from "./check/check-tarball.ts";
import { packTarball } from "./pack.ts";
import { data } from "./packages/data.ts";
import { CONSUMERS, NOT_TYPES, PRINTED, TYPES } from "./testing/data-consumers.ts";
import { findNodes, withNode } from "./testing/nodes.ts";
import { packedData } from "./testing/packed-data.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const ENGINES = join(ROOT, "packages/measure/engines/node_modules/.bin");
const LIMIT_MS = 120_000;
const NODES = findNodes();
const run = promisify(execFile);

/** A folder outside of the project; `project` in it is somebody's who installs the package. */
const folder = mkdtempSync(join(tmpdir(), "wasclean-release-"));
const project = join(folder, "project");
const installed = join(project, "node_modules/@wasclean/data");
const out = join(folder, "out");
let tarball: string;

beforeAll(async () => {
  tarball = await packedData(out);
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true }));
  // It needs nothing else, so there is nothing to ask a registry for.
  await run("npm", ["install", tarball, "--offline", "--no-audit", "--no-fund"], { cwd: project });
  for (const [name, text] of Object.entries({ ...CONSUMERS, ...TYPES, ...NOT_TYPES }))
    writeFileSync(join(project, name), text);
}, LIMIT_MS);
afterAll(() => rmSync(folder, { recursive: true }));

const inProject = async (program: string, ...args: string[]) => (await run(program, args, { cwd: project })).stdout;

describe.each(NODES)("installed from its tarball, on Node $version,", ({ path, version }) => {
  test.each(["consumer.mjs", "consumer.cjs"])("%s imports functions and JSON", async (file) => {
    expect(JSON.parse(await inProject(path, file))).toEqual(PRINTED);
  });

  test("the functions print no warning, and say what a query needs", async () => {
    const { stdout, stderr } = await run(path, ["query.mjs"], { cwd: project });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^A browserslist query needs the package browserslist.*npm install browserslist/);
  });

  test("the command answers", async () => {
    const env = withNode({ path, version }, folder);
    const args = ["--no-install", "wasclean-data", "CloseEvent", "--format", "csv"];
    const { stdout } = await run("npx", args, { cwd: project, env });
    expect(stdout).toMatch(/^feature,browser,version_added/);
    expect(stdout).toContain("\r\napi.CloseEvent.wasClean,chrome,15,");
  });

  test("the command prints no warning, and knows its version", async () => {
    const { version: own } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    const { stdout, stderr } = await run(path, [join(installed, "cli.cjs"), "--version"]);
    expect([stdout, stderr]).toEqual([`${own}\n`, ""]);
  });
});

describe.each([
  ["Deno", "deno", ["run", "--allow-read", "--allow-env", "--node-modules-dir=manual"]],
  ["Bun", "bun", ["run"]],
])("on %s,", (_, name, args) => {
  const program = join(ENGINES, name);
  // It is there once `npm ci` was run in packages/measure/engines.
  test.skipIf(!existsSync(program)).each(["consumer.mjs", "consumer.cjs"])(
    "%s imports functions and JSON",
    async (file) => {
      expect(JSON.parse(await inProject(program, ...args, file))).toEqual(PRINTED);
    },
    LIMIT_MS,
  );
});

test(
  "as from a CDN: Deno imports the files by their addresses",
  async ({ skip }) => {
    const deno = join(ENGINES, "deno");
    if (!existsSync(deno)) skip("Deno is not installed: npm ci in packages/measure/engines");
    const address = await serve(installed);
    const text = CONSUMERS["consumer.mjs"]
      .replace('"@wasclean/data"', `"${address}/index.mjs"`)
      .replace('"@wasclean/data/', `"${address}/`);
    writeFileSync(join(folder, "cdn.mjs"), text);
    const args = ["run", "--no-lock", `--allow-import=${new URL(address).host}`, join(folder, "cdn.mjs")];
    const { stdout } = await run(deno, args, { cwd: folder, env: { ...process.env, DENO_DIR: join(folder, "deno") } });
    expect(JSON.parse(stdout)).toEqual(PRINTED);
  },
  LIMIT_MS,
);

/** Serves a folder's JavaScript and JSON until the test is over, as a CDN does. */
async function serve(root: string): Promise<string> {
  const server = createServer(({ url = "" }, response) => {
    const type = url.endsWith(".json") ? "application/json" : "text/javascript";
    response.setHeader("content-type", type).end(readFileSync(join(root, url)));
  });
  onTestFinished(() => void server.close());
  await once(server.listen(0, "127.0.0.1"), "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("a bundler takes of it what is used", async () => {
  const common = { absWorkingDir: project, bundle: true, write: false, format: "esm", minify: true } as const;
  const bundled = await build({ ...common, entryPoints: ["bundled.mjs"], platform: "browser", logLevel: "silent" });
  const [{ text = "" } = {}] = bundled.outputFiles;
  expect(text).toContain('"api.CloseEvent.wasClean"');
  expect(text.length).toBeLessThan(50_000);
  writeFileSync(join(folder, "bundle.mjs"), text);
  expect((await run(process.execPath, [join(folder, "bundle.mjs")])).stdout).toBe("true\n");
});

describe("TypeScript", () => {
  const tsc = (files: string[], ...options: string[]) => {
    const args = [
      "--noEmit",
      "--strict",
      "--exactOptionalPropertyTypes",
      "--noUncheckedIndexedAccess",
      "--target",
      "es2022",
    ];
    const all = [join(ROOT, "node_modules/typescript/bin/tsc"), "--ignoreConfig", ...args, ...options, ...files];
    return run(process.execPath, all, { cwd: project }).catch((error) => error) as Promise<{ stdout: string }>;
  };
  const NODENEXT = ["--module", "nodenext"];
  const BUNDLER = ["--module", "esnext", "--moduleResolution", "bundler"];

  test.each([
    ["nodenext", NODENEXT, ["types.mts", "types.cts"]],
    ["node18", ["--module", "node18"], ["types.mts", "types.cts"]],
    ["bundler", BUNDLER, ["types.mts"]],
  ])(
    "%s knows the types and the literal keys",
    async (_, options, files) => {
      expect((await tsc(files, ...options)).stdout).toBe("");
    },
    LIMIT_MS,
  );

  test(
    "a JSON import without its attribute is told of where Node refuses it",
    async () => {
      expect((await tsc(["no-attribute.mts"], ...NODENEXT)).stdout).toContain("error TS1543");
    },
    LIMIT_MS,
  );
});

test("it may be published", async () => expect(await checkTarball(packTarball(out), data)).toEqual([]), LIMIT_MS);

describe("what is in it", () => {
  const list = () =>
    readdirSync(installed, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name).slice(installed.length + 1));

  test("its page meets the JSON Schema that was cut down to its kind", () => {
    const read = (name: string) => JSON.parse(readFileSync(join(installed, name), "utf8"));
    const isPage = new Ajv2020({ strict: false, validateFormats: false }).compile(read("schema/page.json"));
    const page = read("pages/apis/websocket/CloseEvent.json");
    expect([isPage(page), isPage({ ...page, kind: "empty" })]).toEqual([true, false]);
  });

  test("every JSON file names its JSON Schema, which is there; the list of endings has no place for it", () => {
    const data = list().filter((name) => /^(?!schema|package).*\.json$/.test(name));
    expect(data.length).toBeGreaterThan(15);
    for (const name of data.filter((each) => each !== "endings.json")) {
      const { $schema } = JSON.parse(readFileSync(join(installed, name), "utf8"));
      expect($schema, name).toMatch(/^\.{1,2}\/.*\.json$/);
      expect(existsSync(join(installed, name, "..", $schema)), name).toBe(true);
    }
  });

  test("nothing that needs another package, nothing of the project or the machine that packed it", () => {
    for (const name of list()) {
      const text = readFileSync(join(installed, name), "utf8");
      for (const path of [ROOT, folder, homedir(), "file:///"]) {
        expect(text.includes(`${path}/`), `${name} mentions ${path}`).toBe(false);
      }
      if (!/\.([cm]?js|[cm]?ts)$/.test(name)) continue;
      const imported = [...text.matchAll(/(?:from|import|require\()\s*["']([^"']+)["']/g)].map(
        ([, specifier]) => specifier,
      );
      expect(
        imported.filter((each) => !/^(\.\.?\/|node:)/.test(`${each}`)),
        name,
      ).toEqual([]);
    }
    const { dependencies, peerDependenciesMeta } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    expect({ dependencies, peerDependenciesMeta }).toEqual({
      peerDependenciesMeta: { browserslist: { optional: true } },
    });
  });
});
