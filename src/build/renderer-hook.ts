import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration, AstroPrerenderer } from "astro";
import { forgetBuild, type KeptBuild, keepBuild, WIKI_ROUTE } from "./kept-build.ts";
import { digestSite } from "./site-digest.ts";

/** An integration that keeps Astro's prerendering bundle, which Astro removes after a build, for rebuild.ts. */
export function rendererHook(): AstroIntegration {
  const root = process.cwd();
  const build: KeptBuild = { digest: "", outDir: "", origin: "", base: "", entry: "", styles: [], keys: {} };
  let bundle = "";
  const noteBundle = {
    name: "note-bundle",
    applyToEnvironment: ({ name }: { name: string }) => name === "prerender",
    writeBundle(options: { dir?: string }, files: object) {
      bundle = options.dir ?? "";
      build.entry = Object.keys(files).find((name) => name.startsWith("prerender-entry")) ?? "";
    },
  };
  return {
    name: "renderer-hook",
    hooks: {
      "astro:config:setup": ({ command, updateConfig }) => {
        if (command !== "build") return;
        build.digest = digestSite(root);
        updateConfig({ vite: { plugins: [noteBundle] } });
      },
      "astro:config:done": ({ config }) => {
        build.outDir = resolve(fileURLToPath(config.outDir));
        if (build.digest !== "") forgetBuild(root, build.outDir);
        build.base = config.base.endsWith("/") ? config.base : `${config.base}/`;
        build.origin = config.site ? new URL(config.site).origin : `http://localhost:${config.server.port}`;
      },
      "astro:build:setup": ({ pages }) => {
        // Astro fills the list while it bundles.
        const page = [...pages.values()].find(({ component }) => component === WIKI_ROUTE);
        Object.defineProperty(build, "styles", { enumerable: true, get: () => page?.styles ?? [] });
      },
      "astro:build:start": ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => keepAfter(prerenderer, build, () => keepBuild(root, bundle, build)));
      },
    },
  };
}

/** A prerenderer that notes cache keys, and keeps the bundle before Astro removes it. */
function keepAfter(prerenderer: AstroPrerenderer, build: KeptBuild, keep: () => void): AstroPrerenderer {
  return {
    ...prerenderer,
    async getStaticPaths() {
      const paths = await prerenderer.getStaticPaths();
      for (const { pathname, route, cacheKey } of paths) {
        if (route.component === WIKI_ROUTE) build.keys[pathname] = String(cacheKey);
      }
      return paths;
    },
    async teardown() {
      await prerenderer.teardown?.();
      keep();
    },
  };
}
