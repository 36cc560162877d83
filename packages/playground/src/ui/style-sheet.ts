import { controlStyles } from "./control-styles.ts";
import { hostStyles } from "./host-styles.ts";
import { resultStyles } from "./result-styles.ts";

/** A constructed style sheet, which needs no `unsafe-inline`: one of a kind, that all elements of a page share. */
export function styleSheetOf(css: string): CSSStyleSheet {
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  return sheet;
}

const sheets = new Map<string, CSSStyleSheet>();

/** The style sheet of the first part. */
export const playgroundStyleSheet = () => styleSheetOf(hostStyles + controlStyles + resultStyles);
