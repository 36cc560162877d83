import type { APIRoute } from "astro";
import { toHref } from "../../components/to-href.ts";
import { readDataFiles } from "../../features/api/data-files.ts";
import { listResources } from "../../features/api/resources.ts";
import { toIndex } from "../../features/api/to-index.ts";

/** The API: one static file per resource, and an index. */
export function getStaticPaths() {
  const data = readDataFiles();
  const resources = listResources(data);
  const index = { path: "index.json", json: toIndex(resources, data, toHref("")) };
  return [index, ...resources].map(({ path, json }) => ({
    params: { path: path.replace(/\.json$/, "") },
    props: { json },
  }));
}

export const GET: APIRoute<{ json: object }> = ({ props }) => Response.json(props.json);
