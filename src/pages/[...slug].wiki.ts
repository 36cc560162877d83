import { readFile } from "node:fs/promises";
import type { APIRoute } from "astro";
import { listFilePaths } from "../features/archive/static-paths.ts";

export const getStaticPaths = () => listFilePaths("wikitext");

/** A page's wikitext, byte for byte. */
export const GET: APIRoute<{ file: string }> = async ({ props }) => new Response(await readFile(props.file));
