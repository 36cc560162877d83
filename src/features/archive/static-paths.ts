import { hash } from "node:crypto";
import type { Page } from "@wasclean/schema";
import { toHref } from "../../components/to-href.ts";
import { readRecords, type WikiRecord } from "./read-records.ts";
import type { Crumb, WikiChild } from "./wiki-site.ts";
import { createWikiSite } from "./wiki-site.ts";
import { createWikiView, type WikiView } from "./wiki-view.ts";

/** The page of a folder: the pages below a path that has no page itself. */
export interface FolderView {
  title: string;
  crumbs: Crumb[];
  children: WikiChild[];
}

export type WikiProps = { view: WikiView; folder: null } | { view: null; folder: FolderView };

interface WikiPath {
  params: { slug: string };
  props: WikiProps;
  cacheKey: string;
}

let kept: { records: Map<string, WikiRecord>; paths: WikiPath[] } | undefined;

/** All records and paths: read once for a build, and again for each request of the development server. */
function readWiki() {
  if (import.meta.env.DEV || kept === undefined) {
    const records = readRecords();
    kept = { records, paths: toPaths(records) };
  }
  return kept;
}

/** Every page and folder of the wiki. The cache key covers everything that the page shows, of other pages too. */
export const listWikiPaths = (): WikiPath[] => readWiki().paths;

function toPaths(records: ReadonlyMap<string, WikiRecord>): WikiPath[] {
  const site = createWikiSite(records, toHref(""));
  const toPath = (slug: string, props: WikiProps) => ({
    params: { slug },
    props,
    cacheKey: hash("sha1", JSON.stringify(props)),
  });
  const toFolder = (slug: string, title: string) => {
    return { view: null, folder: { title, crumbs: site.crumbs(slug), children: site.children(slug) } };
  };
  return [
    toPath("wiki", toFolder("", "The archived wiki")),
    ...site.folders.map((slug) => toPath(site.pathOf(slug), toFolder(slug, site.link(slug)?.title ?? slug))),
    ...[...records.values()].map(({ page, files }) =>
      toPath(site.pathOf(page.slug), { view: createWikiView(page, records, site, files !== null), folder: null }),
    ),
  ];
}

/** The record of a page of this project, which the site has as files too; `undefined` for any other page. */
export function findOwnPage(slug: string): Page | undefined {
  const record = readWiki().records.get(slug);
  return record?.files ? record.page : undefined;
}

/** The files of the project's own records or their wikitext. */
export const listFilePaths = (name: "json" | "wikitext"): { params: { slug: string }; props: { file: string } }[] =>
  [...readWiki().records].flatMap(([slug, { files }]) =>
    files ? { params: { slug }, props: { file: files[name] } } : [],
  );
