import { toCanonicalCode } from "./canonical-code.ts";
import type { CorpusPage } from "./corpus-page.ts";
import { TEMPLATES } from "./known-templates.ts";
import type { Template } from "./scan-page.ts";
import type { Parameter } from "./split-parameters.ts";
import { toVisible, type Visible } from "./to-visible.ts";

/** A text that the page's author wrote: a parameter, or text outside the templates. */
export interface AuthoredText extends Visible {
  /** `null` outside templates. */
  template: string | null;
  parameter: string;
  /** Whether the record may keep it as written under `unknown`. */
  mayBeUnknown: boolean;
  start: number;
  end: number;
}

/** Cells and versions of compatibility rows, which are compared one by one instead. */
const IS_CELL = /_?(?:supported|version)$/;
const isRow = (template: string) => /^Compatibility Table (Desktop|Mobile) Row$/.test(template);
/** Whether the parameter is a code sample, which is not wikitext. */
export const isCode = (template: string, parameter: string): boolean =>
  template === "Single Example" && parameter === "Code";

/** All texts of the page, each without the texts nested in it. */
export function listTexts(page: CorpusPage): AuthoredText[] {
  return [...listParameters(page), ...listBody(page)].filter(
    ({ segments, addresses }) => segments.length + addresses.length > 0,
  );
}

/** Whether a parameter is not one of the wiki's templates. */
const isStray = ({ name }: Template, { isKnown }: Parameter) => !(name in TEMPLATES) || !isKnown;

function listParameters({ scanned }: CorpusPage): AuthoredText[] {
  const strays = scanned.templates.flatMap((template) =>
    template.parameters.filter((parameter) => isStray(template, parameter)),
  );
  const isInStray = ({ start, end }: Parameter) => strays.some((stray) => start >= stray.start && end <= stray.end);
  return scanned.templates.flatMap((template) =>
    template.parameters
      .filter(({ name }) => !(isRow(template.name) && IS_CELL.test(name)))
      .map((parameter) => ({
        template: template.name,
        parameter: parameter.name,
        mayBeUnknown: isInStray(parameter),
        start: parameter.start,
        end: parameter.end,
        ...readParameter(scanned, template, parameter),
      })),
  );
}

function readParameter(scanned: CorpusPage["scanned"], template: Template, parameter: Parameter): Visible {
  const { name, start, end } = parameter;
  if (!isCode(template.name, name)) return toVisible(scanned, start, end, template.children);
  return { segments: [toCanonicalCode(scanned.source.slice(start, end))], addresses: [] };
}

/** The texts between templates, one for each stretch. */
function listBody({ scanned }: CorpusPage): AuthoredText[] {
  const texts: AuthoredText[] = [];
  const boundaries = [...scanned.roots.filter(({ name }) => name !== "!" && name !== "="), null];
  let start = 0;
  for (const root of boundaries) {
    const end = root?.start ?? scanned.source.length;
    const visible = toVisible(scanned, start, end, scanned.roots);
    texts.push({ template: null, parameter: "body", mayBeUnknown: false, start, end, ...visible });
    start = root?.end ?? end;
  }
  return texts;
}
