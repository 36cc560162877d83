import { bundledLanguages, bundledLanguagesAlias, createHighlighter, createJavaScriptRegexEngine } from "shiki";
import { codeTheme } from "./code-theme.ts";

const highlighter = createHighlighter({
  themes: [codeTheme.theme],
  langs: [],
  // Half the time of the engine in WebAssembly.
  engine: createJavaScriptRegexEngine({ forgiving: true }),
});

/** Code as HTML, in a `pre` with classes for its colours. A language that nobody knows is shown without any. */
export async function highlight(code: string, language: string | null): Promise<string> {
  const name = language?.toLowerCase() ?? "";
  const lang = Object.hasOwn({ ...bundledLanguages, ...bundledLanguagesAlias }, name) ? name : "text";
  const { codeToHtml, loadLanguage, getLoadedLanguages } = await highlighter;
  if (lang !== "text" && !getLoadedLanguages().includes(lang)) await loadLanguage(lang as "js");
  return codeToHtml(code, { lang, theme: codeTheme.theme.name ?? "", transformers: codeTheme.transformers });
}
