import { getCollection } from "astro:content";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { APIRoute, GetStaticPaths } from "astro";

/** One page's wikitext, byte for byte. */
export const getStaticPaths: GetStaticPaths = async () => {
  const pages = await getCollection("pages");
  return pages.map(({ id, data }) => ({ params: { slug: id }, props: { path: data.source.path } }));
};

export const GET: APIRoute<{ path: string }> = async ({ props }) =>
  new Response(await readFile(join(process.cwd(), "data/wiki", props.path)));
