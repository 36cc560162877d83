const INNERMOST_LIST = /<dl>((?:(?!<\/?dl>).)*)<\/dl>/gs;

/**
 * The wiki's marks for terms and their descriptions also stood for lists of terms alone, and for lines that are moved in.
 * As HTML's `dl` these would be neither valid nor sensible when read aloud.
 */
export function mendLists(html: string): string {
  // Twice, for lists in lists.
  return html.includes("<dl>") ? mendInnermost(mendInnermost(html)) : html;
}

function mendInnermost(html: string): string {
  return html.replace(INNERMOST_LIST, (whole, inner: string) => {
    const first = inner.indexOf("<dt>");
    if (first === -1) return toIndented(inner);
    if (!inner.includes("<dd>")) return `<ul>${rename(inner, "dt", "li")}</ul>`;
    const isEndless = inner.lastIndexOf("<dt>") > inner.lastIndexOf("<dd>");
    if (first <= 0 && !isEndless) return whole;
    return `${first > 0 ? toIndented(inner.slice(0, first)) : ""}<dl>${inner.slice(first)}${isEndless ? "<dd></dd>" : ""}</dl>`;
  });
}

const toIndented = (inner: string) => `<div class="indented">${rename(inner, "dd", "div")}</div>`;
const rename = (html: string, from: string, to: string) =>
  html.replaceAll(`<${from}>`, `<${to}>`).replaceAll(`</${from}>`, `</${to}>`);
