import rss from "@astrojs/rss";
import type { APIRoute } from "astro";
import { toHref } from "../components/to-href.ts";
import { listDataChanges } from "../features/data-changes/data-changes.ts";

/** The feed's links are absolute, so there is one where the build was told the site's address. */
export const getStaticPaths = () => (import.meta.env.SITE ? [{ params: { feed: "feed" } }] : []);

/** What changed in the data, as RSS. */
export const GET: APIRoute = ({ site }) =>
  rss({
    title: "wasClean: changes of the data",
    description: "When an engine was measured, and when the compatibility data were renewed.",
    site: new URL(toHref(""), site),
    items: listDataChanges(toHref("")).map(({ href, date, ...item }) => ({
      ...item,
      link: new URL(href, site).href,
      pubDate: new Date(date),
    })),
  });
