import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import sitemap from "@astrojs/sitemap";
import { createLab } from "@wasclean/lab";
import { defineConfig } from "astro/config";
import { rendererHook } from "./src/build/renderer-hook.ts";
import { readPagesOptions } from "./src/features/archive/pages-options.ts";
import { searchIndex } from "./src/features/search/search-index.ts";
import { fencedCode } from "./src/markdown/fenced-code.ts";
import { stackedTables } from "./src/markdown/stacked-tables.ts";

// An imported wiki's pages, which src/features/archive finds through the environment.
Object.assign(process.env, readPagesOptions(process.argv.slice(2)));

/** The development server runs the lab in its own process, as `npm start` does. */
const labBesideTheSite = {
  name: "lab-beside-the-site",
  hooks: {
    "astro:server:setup": ({ server }) => {
      const lab = createLab({ hosts: [] });
      server.middlewares.use((request, response, next) => {
        if (lab.owns(request.originalUrl ?? "/")) lab.handleRequest(request, response);
        else next();
      });
      server.httpServer?.on("upgrade", (request, socket, head) => {
        // Vite's own socket for reloading pages shares the port.
        if (lab.owns(request.url ?? "/")) lab.handleUpgrade(request, socket, head);
      });
      // Some endings need their own ports, which open once Vite's server has an address.
      server.httpServer?.once("listening", () => lab.openPorts("127.0.0.1"));
      server.httpServer?.on("close", () => lab.close());
    },
  },
};

// Absolute addresses (canonical, sitemap, feed, pictures) need SITE.
const { SITE, BASE = "/" } = process.env;
const NOT_LISTED = /\/(?:404|search|embed\/frame|endings\/[^/]+\/evidence|wiki\/apis\/.*)\/$/;
const listed = sitemap({ filter: (page) => !NOT_LISTED.test(page) });

export default defineConfig({
  base: BASE,
  ...(SITE ? { site: SITE } : {}),
  trailingSlash: "always",
  // With thousands of small files, rendering while others are being written saves a third of the time.
  build: { concurrency: 4 },
  // A line break between words is a space, as in HTML.
  compressHTML: true,
  integrations: [mdx(), labBesideTheSite, rendererHook(), searchIndex(), ...(SITE ? [listed] : [])],
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
