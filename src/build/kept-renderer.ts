import { hash } from "node:crypto";
import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** What is kept of a build, so that the next one renders what has changed and nothing else. */
export interface KeptBuild {
  /** Of the site's sources: with other ones the bundle is of no use. */
  digest: string;
  /** The folder of the built site, absolute. */
  outDir: string;
  /** For the addresses of requests; the path of the site on its host. */
  origin: string;
  base: string;
  /** The bundle's entry, in the kept folder. */
  entry: string;
  /** The style sheets of the route, as Astro lists them. */
  styles: unknown[];
  /** The key of every page of the route, by its path. */
  keys: Record<string, string>;
}

/** The route that is rendered again page by page. */
export const WIKI_ROUTE = "src/pages/[...slug].astro";

/** Inside of node_modules, where the bundle finds the packages that it imports. */
const KEPT = "node_modules/.astro/kept-renderer";
const folderOf = (root: string, outDir: string) => join(root, KEPT, hash("sha1", outDir).slice(0, 12));
const fileOf = (root: string, outDir: string) => join(folderOf(root, outDir), "build.json");
const readBuild = (file: string) => JSON.parse(readFileSync(file, "utf8")) as KeptBuild;

/** Keeps the bundle that renders pages, and forgets those of sites that are gone. */
export function keepBuild(root: string, bundle: string, build: KeptBuild): void {
  forgetBuild(root, build.outDir);
  cpSync(bundle, join(folderOf(root, build.outDir), "bundle"), { recursive: true });
  updateKeptBuild(root, build);
  for (const file of globSync(`${KEPT}/*/build.json`, { cwd: root })) {
    const { outDir } = readBuild(join(root, file));
    if (!existsSync(outDir)) forgetBuild(root, outDir);
  }
}

/** What was kept of the build into a folder; `null` where there is nothing. */
export function readKeptBuild(root: string, outDir: string): KeptBuild | null {
  const file = fileOf(root, outDir);
  return existsSync(file) ? readBuild(file) : null;
}

/** Notes what the pages' keys are now. */
export function updateKeptBuild(root: string, build: KeptBuild): void {
  writeFileSync(fileOf(root, build.outDir), JSON.stringify(build));
}

/** To be called before a build, of which nothing may be kept where it fails. */
export const forgetBuild = (root: string, outDir: string): void =>
  rmSync(folderOf(root, outDir), { recursive: true, force: true });

interface StaticPath {
  params: { slug: string };
  cacheKey: string;
}

/** What of Astro's prerendering bundle is used: its application, as `astro build` itself uses it (core/build/app.js). */
interface Application {
  manifest: { routes: { routeData: { route: string; component: string } }[] };
  setInternals(internals: { pagesByKeys: { get(): { styles: unknown[] } } }): void;
  setOptions(options: object): void;
  getComponentByRoute(route: object): Promise<{ getStaticPaths(): StaticPath[] }>;
  render(request: Request, options: { routeData: object }): Promise<Response>;
}

/** Renders pages of the wiki's route. */
export interface Renderer {
  paths: StaticPath[];
  /** The page's HTML, as UTF-8. */
  render(slug: string): Promise<Buffer>;
}

/** Loads the bundle that was kept. Throws where it is not what this Astro made. */
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
