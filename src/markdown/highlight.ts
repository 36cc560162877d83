import hljs from "highlight.js/lib/common";
import nginx from "highlight.js/lib/languages/nginx";

hljs.registerLanguage("nginx", nginx);
// The colours are in code.css.
hljs.configure({ classPrefix: "token-" });

/** Code as HTML: a `pre` with classes for highlighting. An unknown language is not highlighted. */
export function highlight(code: string, language: string | null): string {
  const name = language !== null && hljs.getLanguage(language) ? language : "plaintext";
  const { value } = hljs.highlight(code, { language: name, ignoreIllegals: true });
  return `<pre tabindex="0"><code>${value}</code></pre>`;
}
