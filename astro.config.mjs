import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import sitemap from "@astrojs/sitemap";
import { createLab } from "@wasclean/lab";
import { defineConfig } from "astro/config";
import { keepRenderer } from "./src/build/keep-renderer.ts";
import { readPagesOptions } from "./src/features/archive/pages-options.ts";
import { searchIndex } from "./src/features/search/search-index.ts";
import { fencedCode } from "./src/markdown/fenced-code.ts";
import { stackedTables } from "./src/markdown/stacked-tables.ts";

// The pages of a wiki beside our own: src/features/archive reads the environment.
Object.assign(process.env, readPagesOptions(process.argv.slice(2)));

/** While the site is worked on, the lab runs in the same process, as it does behind `npm start`. */
const labBesideTheSite = {
  name: "lab-beside-the-site",
  hooks: {
    "astro:server:setup": ({ server }) => {
      const lab = createLab();
      server.middlewares.use((request, response, next) => {
        if (lab.owns(request.originalUrl ?? "/")) lab.handleRequest(request, response);
        else next();
      });
      server.httpServer?.on("upgrade", (request, socket, head) => {
        // Vite's own socket, for reloading pages, shares the port.
        if (lab.owns(request.url ?? "/")) lab.handleUpgrade(request, socket, head);
      });
      // Vite gives its server no address before it listens; endings that block a port have one of their own.
      server.httpServer?.once("listening", () => lab.openPorts("127.0.0.1"));
      server.httpServer?.on("close", () => lab.close());
    },
  },
};

// Addresses that must be absolute (canonical, sitemap, feed, pictures) are made where the site's is known.
const { SITE, BASE = "/" } = process.env;
const NOT_LISTED = /\/(?:404|search|embed\/frame|endings\/[^/]+\/evidence|wiki\/apis\/.*)\/$/;
const listed = sitemap({ filter: (page) => !NOT_LISTED.test(page) });

export default defineConfig({
  base: BASE,
  ...(SITE ? { site: SITE } : {}),
  trailingSlash: "always",
  // Thousands of small files: while one is written, others are rendered. It saves a third of the time.
  build: { concurrency: 4 },
  // A line break between words is a space, as in HTML.
  compressHTML: true,
  integrations: [mdx(), labBesideTheSite, keepRenderer(), searchIndex(), ...(SITE ? [listed] : [])],
  // src/markdown/CodeSample.astro highlights code, with classes instead of inline styles.
  markdown: { syntaxHighlight: false, processor: satteri({ hastPlugins: [fencedCode, stackedTables] }) },
  server: { port: 4321 },
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "img-src 'self'",
        "font-src 'self'",
        // Readers connect to addresses of their own choice.
        "connect-src 'self' ws: wss: http://localhost:* http://127.0.0.1:*",
        "require-trusted-types-for 'script'",
      ],
    },
  },
});
