import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

/** Starlight as it comes, but for what would cost it time that wasClean does not spend: search, and a sidebar of all pages. */
export default defineConfig({
  cacheDir: "./cache",
  integrations: [starlight({ title: "Wiki", pagefind: false, sidebar: [{ label: "Start", link: "/" }] })],
});
