import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkTarball } from "./check/check-tarball.ts";
import { packTarball } from "./pack.ts";
import { playground } from "./packages/playground.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "wasclean-playground-"));
const installed = join(folder, "node_modules/@wasclean/playground");
const out = join(folder, "out");
const run = (program: string, ...args: string[]) => execFileSync(program, args, { cwd: folder, encoding: "utf8" });

beforeAll(() => {
  const pack = [join(import.meta.dirname, "cli.ts"), "playground", "--out", out];
  const tarball = execFileSync(process.execPath, pack, { cwd: ROOT, encoding: "utf8" }).trim();
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  run("npm", "install", tarball, "--no-audit", "--no-fund", "--prefer-offline");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("installed from its tarball it has no dependencies, and what it names is there", () => {
  const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  expect(manifest.dependencies).toEqual({});
  expect(manifest.sideEffects).toEqual(["./define.js"]);
  for (const entry of Object.values<string | { types: string; default: string }>(manifest.exports)) {
    for (const path of typeof entry === "string" ? [entry] : Object.values(entry)) {
      expect(existsSync(join(installed, path)), path).toBe(true);
    }
  }
  expect(existsSync(join(installed, manifest.customElements))).toBe(true);
});

test("it may be published", async () => expect(await checkTarball(packTarball(out), playground)).toEqual([]));

test("outside of a browser the class can be imported, and observe() works", () => {
  const script = `
    import { CloseEventPlayground } from "@wasclean/playground";
    import { observe } from "@wasclean/playground/observe";
    const { events, done } = observe("ws://127.0.0.1:1/", { WebSocket });
    await done;
    console.log(CloseEventPlayground.observedAttributes.includes("ending"), events.at(-1).code);`;
  writeFileSync(join(folder, "try.mjs"), script);
  expect(run(process.execPath, "try.mjs").trim()).toBe("true 1006");
});

test("its types hold in a strict project, the tag's name among them", () => {
  const source = `
    import type { CloseEventPlayground } from "@wasclean/playground";
    import "@wasclean/playground/define";
    const element: CloseEventPlayground | null = document.querySelector("close-event-playground");
    element?.addEventListener("wasclean:end", ({ detail }) => { const url: string = detail.url; console.log(url); });`;
  writeFileSync(join(folder, "try.ts"), source);
  const compilerOptions = {
    noEmit: true,
    strict: true,
    module: "nodenext",
    target: "es2022",
    lib: ["es2024", "dom", "dom.iterable"],
    types: [],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["try.ts"] }));
  const { stdout } = spawnSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc")], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(stdout).toBe("");
});
