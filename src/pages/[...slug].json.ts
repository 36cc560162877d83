import { readFile } from "node:fs/promises";
import type { APIRoute } from "astro";
import { listFilePaths } from "../wiki/static-paths.ts";

/** One page's record, byte for byte as the importer wrote it. */
export const getStaticPaths = () => listFilePaths("json");

export const GET: APIRoute<{ file: string }> = async ({ props }) =>
  new Response(await readFile(props.file), { headers: { "Content-Type": "application/json" } });
