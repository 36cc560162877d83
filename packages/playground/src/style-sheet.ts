import { controlStyles } from "./control-styles.ts";
import { hostStyles } from "./host-styles.ts";
import { resultStyles } from "./result-styles.ts";

let sheet: CSSStyleSheet | undefined;

/** The one style sheet that all elements of a page share; a constructed sheet needs no `unsafe-inline`. */
export function playgroundStyleSheet(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(hostStyles + controlStyles + resultStyles);
  }
  return sheet;
}
