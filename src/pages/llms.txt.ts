import type { APIRoute } from "astro";
import { toHref } from "../components/to-href.ts";
import { readDataFiles } from "../features/api/data-files.ts";
import { llmsText } from "../features/api/llms-text.ts";
import { listResources } from "../features/api/resources.ts";
import { toIndex } from "../features/api/to-index.ts";

/** What the site is and where its data is, for language models. */
export const GET: APIRoute = () => {
  const base = toHref("");
  const data = readDataFiles();
  return new Response(llmsText(toIndex(listResources(data), data, base), base));
};
