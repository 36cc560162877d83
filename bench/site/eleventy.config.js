/** Eleventy with nothing added: Markdown, a layout, no navigation and no colours in code. */
export default function (config) {
  config.setQuietMode(true);
  config.addGlobalData("layout", "page.njk");
  return { dir: { input: "content", includes: "../_includes", output: "dist" }, markdownTemplateEngine: false };
}
