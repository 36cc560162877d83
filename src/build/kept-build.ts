import { hash } from "node:crypto";
import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** The state of a build that lets the next one render only changed pages. */
export interface KeptBuild {
  /** The digest of the site's sources; the bundle is only valid for these. */
  digest: string;
  /** The folder of the built site, absolute. */
  outDir: string;
  /** The origin for the URLs of requests. */
  origin: string;
  /** The site's path on its host. */
  base: string;
  /** The name of the bundle's entry file. */
  entry: string;
  /** The style sheets of the route, as Astro lists them. */
  styles: unknown[];
  /** The cache keys of the route's pages, by path. */
  keys: Record<string, string>;
}

/** The route whose pages are rendered one by one. */
export const WIKI_ROUTE = "src/pages/[...slug].astro";

/** Within node_modules, so that the bundle resolves its imports. */
const KEPT = "node_modules/.astro/kept-build";
const folderOf = (root: string, outDir: string) => join(root, KEPT, hash("sha1", outDir).slice(0, 12));
const fileOf = (root: string, outDir: string) => join(folderOf(root, outDir), "build.json");
const readBuild = (file: string) => JSON.parse(readFileSync(file, "utf8")) as KeptBuild;

/** Keeps the bundle of a build, and deletes those of sites that no longer exist. */
export function keepBuild(root: string, bundle: string, build: KeptBuild): void {
  forgetBuild(root, build.outDir);
  cpSync(bundle, join(folderOf(root, build.outDir), "bundle"), { recursive: true });
  updateKeptBuild(root, build);
  for (const file of globSync(`${KEPT}/*/build.json`, { cwd: root })) {
    const { outDir } = readBuild(join(root, file));
    if (!existsSync(outDir)) forgetBuild(root, outDir);
  }
}

/** The kept build of an output folder; `null` if there is none. */
export function readKeptBuild(root: string, outDir: string): KeptBuild | null {
  const file = fileOf(root, outDir);
  return existsSync(file) ? readBuild(file) : null;
}

/** Saves the current cache keys. */
export function updateKeptBuild(root: string, build: KeptBuild): void {
  writeFileSync(fileOf(root, build.outDir), JSON.stringify(build));
}

/** Deletes a kept build. Called before each build, since a failed one must not leave any. */
export const forgetBuild = (root: string, outDir: string): void =>
  rmSync(folderOf(root, outDir), { recursive: true, force: true });

interface StaticPath {
  params: { slug: string };
  cacheKey: string;
}

/** The parts of Astro's prerendering application that are used, as `astro build` uses them (core/build/app.js). */
interface Application {
  manifest: { routes: { routeData: { route: string; component: string } }[] };
  setInternals(internals: { pagesByKeys: { get(): { styles: unknown[] } } }): void;
  setOptions(options: object): void;
  getComponentByRoute(route: object): Promise<{ getStaticPaths(): StaticPath[] }>;
  render(request: Request, options: { routeData: object }): Promise<Response>;
}

/** A renderer for pages of the wiki's route. */
export interface Renderer {
  paths: StaticPath[];
  /** The page's HTML, as UTF-8. */
  render(slug: string): Promise<Buffer>;
}

/** Loads the kept bundle. Throws if it does not have the route. */
export async function loadRenderer(root: string, build: KeptBuild): Promise<Renderer> {
  const entry = pathToFileURL(resolve(folderOf(root, build.outDir), "bundle", build.entry)).href;
  const { app } = (await import(entry)) as { app: Application };
  const routeData = app.manifest.routes.find(({ routeData: { component } }) => component === WIKI_ROUTE)?.routeData;
  if (!routeData) throw new Error(`The bundle has no route ${WIKI_ROUTE}.`);
  app.setInternals({ pagesByKeys: { get: () => ({ styles: build.styles }) } });
  app.setOptions({
    logger: { options: { destination: { write: () => true }, level: "error" } },
    settings: { scripts: [] },
  });
  const { getStaticPaths } = await app.getComponentByRoute(routeData);
  return {
    paths: getStaticPaths(),
    async render(slug) {
      const response = await app.render(new Request(new URL(`${build.base}${slug}/`, build.origin)), { routeData });
      if (response.status !== 200) throw new Error(`${slug} was rendered with status ${response.status}.`);
      return Buffer.from(await response.arrayBuffer());
    },
  };
}
