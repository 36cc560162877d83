import { readFile } from "node:fs/promises";
import type { APIRoute } from "astro";
import { listFilePaths } from "../features/archive/static-paths.ts";

export const getStaticPaths = () => listFilePaths("json");

/** A page's record, byte for byte as the importer wrote it. */
export const GET: APIRoute<{ file: string }> = async ({ props }) =>
  new Response(await readFile(props.file), { headers: { "Content-Type": "application/json" } });
