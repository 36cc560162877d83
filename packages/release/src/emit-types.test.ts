import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { emitTypes } from "./emit-types.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const LIMIT_MS = 60_000; // the compiler reads the schemas and zod

/** Emits the types of one module; it finds the project's packages. */
function emit(code: string): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "wasclean-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
  writeFileSync(join(folder, "other.ts"), "export type Other = 1;\nexport type NotReached = 2;\n");
  writeFileSync(join(folder, "index.ts"), code);
  return emitTypes(ROOT, folder, [join(folder, "index.ts")]);
}

test(
  "types of unpublished packages are written out, imports lead to built files",
  () => {
    const emitted = emit(`import type { ConnectionRecord } from "@wasclean/schema";
export type { Other } from "./other.ts";
export function end(record: ConnectionRecord): "fin" | "rst" | null {
  return record.clientEnd;
}
`);
    expect([...emitted.keys()]).toEqual(["index.d.ts", "other.d.ts", "wasclean-schema.d.ts"]);
    expect(emitted.get("index.d.ts")).toContain('import type { ConnectionRecord } from "./wasclean-schema.js";');
    expect(emitted.get("index.d.ts")).toContain('export type { Other } from "./other.js";');
    const schema = emitted.get("wasclean-schema.d.ts");
    expect(schema).toMatch(/^export type ConnectionRecord = \{\n {4}id: string;\n[\s\S]*truncated: boolean;\n\};\n$/);
    expect(schema).toMatch(/state: "(open" \| "ended|ended" \| "open)";/);
  },
  LIMIT_MS,
);

test(
  "only imported types are written out, not others of a name that occurs in the text",
  () => {
    const emitted = emit(`import { ENGINE_IDS as IDS, type EngineId as Id } from "@wasclean/schema";
export const ENDING_IDS: readonly Id[] = IDS;
export type Kind = import("@wasclean/schema").ClientStep;
`);
    const types = emitted.get("wasclean-schema.d.ts") ?? "";
    expect([...types.matchAll(/export type (\w+)/g)].map(([, name]) => name).toSorted()).toEqual([
      "ClientStep",
      "EngineId",
    ]);
  },
  LIMIT_MS,
);

test(
  "code that does not compile is refused",
  () => {
    expect(() => emit("export const x: number = 'no';\n")).toThrow(
      /does not compile.*index\.ts\(1,14\).*not assignable/,
    );
  },
  LIMIT_MS,
);
