import type { APIRoute } from "astro";
import { readDataFiles } from "../api/data-files.ts";
import { llmsText } from "../api/llms-text.ts";
import { listResources } from "../api/resources.ts";
import { toIndex } from "../api/to-index.ts";

/** What the site is and where its data are, for language models. */
export const GET: APIRoute = () => {
  const base = import.meta.env.BASE_URL;
  const data = readDataFiles();
  return new Response(llmsText(toIndex(listResources(data), data, base), base));
};
