import type { z } from "zod";
import {
  ArchiveSchema,
  BrowsersSchema,
  CloseCodesSchema,
  CompatSchema,
  DerivedCloseCodesSchema,
  DifferencesSchema,
  DriftFileSchema,
  EndingsSchema,
  ObservationsSchema,
  PageSchema,
} from "@wasclean/schema";
import { type DataInput, REQUIRED_FILES } from "./data-set.ts";
import type { Finding, Path } from "./rule.ts";

/** The schema of every file, by its path; the first that fits. */
const SCHEMAS: readonly (readonly [RegExp, z.ZodType])[] = [
  [/^archive\.json$/, ArchiveSchema],
  [/^browsers\.json$/, BrowsersSchema],
  [/^close-codes\.json$/, CloseCodesSchema],
  [/^compat\/\w+\.json$/, CompatSchema],
  [/^derived\/close-codes\.json$/, DerivedCloseCodesSchema],
  [/^derived\/differences\.json$/, DifferencesSchema],
  [/^derived\/drift\.json$/, DriftFileSchema],
  [/^endings\.json$/, EndingsSchema],
  [/^observations\/[a-z]+\.json$/, ObservationsSchema],
  [/^pages\/.*\.json$/, PageSchema],
];

/** Every file is what its schema says, and none is missing. The other rules suppose that this one holds. */
export const matchesSchema = {
  name: "matches-schema",
  check: ({ files }: Pick<DataInput, "files">): Finding[] => [
    ...REQUIRED_FILES.filter((file) => !files.has(file)).map(missing),
    ...[...files].flatMap(([file, content]) => checkFile(file, content)),
  ],
};

const missing = (file: string): Finding => ({
  file,
  path: [],
  message: "There is no such file.",
  remedy: file.startsWith("derived/") ? "Run npm run derive." : "Put it back.",
});

function checkFile(file: string, content: unknown): Finding[] {
  const schema = SCHEMAS.find(([pattern]) => pattern.test(file))?.[1];
  if (schema === undefined) {
    const remedy = "Remove the file, or give it a schema in packages/schema/src and a line in packages/upkeep/src/lint/matches-schema.ts.";
    return [{ file, path: [], message: "No schema is known for this file.", remedy }];
  }
  const { error } = schema.safeParse(content);
  return (error?.issues ?? []).map(({ path, message }) => ({
    file,
    path: path as Path,
    message: `${message}.`,
    remedy: "packages/schema/src says what stands here.",
  }));
}
