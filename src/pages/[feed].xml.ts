import rss from "@astrojs/rss";
import type { APIRoute } from "astro";
import { toHref } from "../components/to-href.ts";
import { listDataChanges } from "../features/data-changes/data-changes.ts";

/** The feed's links are absolute, so it exists only if the build knows the site's address. */
export const getStaticPaths = () => (import.meta.env.SITE ? [{ params: { feed: "feed" } }] : []);

/** Changes of the data, as RSS. */
export const GET: APIRoute = ({ site }) =>
  rss({
    title: "wasClean: changes of the data",
    description: "New measurements of engines, and new compatibility data.",
    site: new URL(toHref(""), site),
    items: listDataChanges(toHref("")).map(({ href, date, ...item }) => ({
      ...item,
      link: new URL(href, site).href,
      pubDate: new Date(date),
    })),
  });
