import { matchesGlob } from "node:path";
import { FILE_SCHEMAS } from "@wasclean/schema";
import { type DataInput, REQUIRED_FILES } from "./data-set.ts";
import type { Finding, Path } from "./rule.ts";

/** Every file matches its schema, and none is missing. The other rules rely on this one. */
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
  message: "The file is missing.",
  remedy: file.startsWith("computed/") ? "Run npm run generate." : "Put it back.",
});

function checkFile(file: string, content: unknown): Finding[] {
  const schema = FILE_SCHEMAS.find(
    ({ files, isPublishedOnly }) => !isPublishedOnly && matchesGlob(file, files),
  )?.schema;
  if (schema === undefined) {
    const remedy = "Remove the file, or give it a schema and a line in packages/schema/src/files.ts.";
    return [{ file, path: [], message: "No schema is known for this file.", remedy }];
  }
  const { error } = schema.safeParse(content);
  return (error?.issues ?? []).map(({ path, message }) => ({
    file,
    path: path as Path,
    message: `${message}.`,
    remedy: "See the schema in packages/schema/src.",
  }));
}
