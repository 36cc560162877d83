import type { Page } from "@wasclean/schema";

/** How a property or method is written, composed as the wiki composed it; `null` where the page does not say on which object. */
export function toSyntax(page: Page): string | null {
  if (page.kind === "api-method") return toCall(page);
  return page.kind === "api-property" ? toAccess(page) : null;
}

function toCall({ title, exampleObjectName, returnValueName, parameters }: Extract<Page, { kind: "api-method" }>) {
  if (exampleObjectName === null) return null;
  const names = parameters.map(({ name }) => name ?? "…").join(", ");
  const result = returnValueName === null ? "" : `var ${returnValueName} = `;
  return `${result}${exampleObjectName}.${title}(${names});`;
}

function toAccess(page: Extract<Page, { kind: "api-property" }>): string | null {
  const { title, exampleObjectName, exampleValueName, returnValueName, readOnly } = page;
  if (exampleObjectName === null) return null;
  const read = `var ${returnValueName ?? "result"} = ${exampleObjectName}.${title};`;
  return readOnly ? read : `${read}\n${exampleObjectName}.${title} = ${exampleValueName ?? "value"};`;
}
