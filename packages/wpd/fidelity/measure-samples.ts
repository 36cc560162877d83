import { toCanonicalCode, toSampleText } from "./canonical-code.ts";
import { accuse, type CorpusPage, createMeasure, type Measure, quote } from "./corpus-page.ts";
import { TEMPLATES } from "./known-templates.ts";
import { isCode } from "./list-texts.ts";

interface Sample {
  code: string;
  start: number;
  end: number;
}

/** Counts the code samples that are in the record byte for byte, each claimed once. */
export function measureSamples(page: CorpusPage): Measure {
  const measure = createMeasure();
  const kept = new Map<string, number>();
  for (const code of [...page.record.code, ...page.record.html.flatMap(({ samples }) => samples)]) {
    kept.set(code, (kept.get(code) ?? 0) + 1);
  }
  for (const { code, start } of listSamples(page)) {
    measure.total++;
    // White space after an argument is not part of it: MediaWiki trims named arguments.
    const found = [code, code.trimEnd()].find((form) => (kept.get(form) ?? 0) > 0);
    if (found !== undefined) {
      kept.set(found, (kept.get(found) ?? 0) - 1);
      measure.good++;
    } else accuse(measure, page, start, `no sample is ${quote(code)}, ${code.length} characters`, code.length);
  }
  return measure;
}

/** `Code` parameters, and `pre`, `syntaxhighlight` and `source` elements outside them. */
function listSamples({ scanned }: CorpusPage): Sample[] {
  const { source, templates, opaque } = scanned;
  const samples = templates.flatMap(({ name, parameters }) =>
    parameters
      .filter((parameter) => isCode(name, parameter.name))
      .map(({ start, end }) => ({ code: toCanonicalCode(source.slice(start, end)), start, end })),
  );
  const strays = templates.filter(({ name }) => !(name in TEMPLATES) && name !== "!" && name !== "=");
  const isInside = (at: number, spans: readonly { start: number; end: number }[]) =>
    spans.some(({ start, end }) => at >= start && at < end);
  const elements = opaque
    .filter(({ name }) => name !== "!--" && name !== "nowiki")
    // Unknown templates are kept as written, not rendered.
    .filter(({ start }) => !isInside(start, samples) && !isInside(start, strays))
    .map(({ start, end, from, to }) => ({ code: toSampleText(source.slice(from, to)), start, end }));
  return [...samples, ...elements].filter(({ code }) => code.trim() !== "");
}
