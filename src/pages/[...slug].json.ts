import { getCollection } from "astro:content";
import type { Page } from "@wasclean/data/schema";
import type { APIRoute, GetStaticPaths } from "astro";

/** One page's record, as the importer wrote it. */
export const getStaticPaths: GetStaticPaths = async () => {
  const pages = await getCollection("pages");
  return pages.map(({ id, data }) => ({ params: { slug: id }, props: { page: data } }));
};

export const GET: APIRoute<{ page: Page }> = ({ props }) => Response.json(props.page);
