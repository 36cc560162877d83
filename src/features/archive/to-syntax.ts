import type { Page } from "@wasclean/schema";

/** The syntax of a property or method, composed as in the wiki; `null` if the page does not name the object. */
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
