import { citationsKnown } from "./citations-known.ts";
import { closeCodesCover } from "./close-codes-cover.ts";
import { codesDeclared } from "./codes-declared.ts";
import { type DataInput, ENDINGS_FILE, placesOfEndings, toDataSet } from "./data-set.ts";
import { datesPast } from "./dates-past.ts";
import { endingsCited } from "./endings-cited.ts";
import { endingsImplemented } from "./endings-implemented.ts";
import { enginesExist } from "./engines-exist.ts";
import { generatedFrom } from "./generated-from.ts";
import { groupsNumbered } from "./groups-numbered.ts";
import { inOrder } from "./in-order.ts";
import { matchesSchema } from "./matches-schema.ts";
import { observationsHaveEndings } from "./observations-have-endings.ts";
import { referencesResolve } from "./references-resolve.ts";
import type { Finding, Rule } from "./rule.ts";
import { valuesSourced } from "./values-sourced.ts";

/** All rules but `matches-schema`, on which they rely. */
export const RULES: readonly Rule[] = [
  referencesResolve,
  citationsKnown,
  endingsCited,
  enginesExist,
  observationsHaveEndings,
  endingsImplemented,
  groupsNumbered,
  codesDeclared,
  closeCodesCover,
  inOrder,
  valuesSourced,
  datesPast,
  generatedFrom,
];

/**
 * All findings, each with its rule's name. Rules other than `matches-schema` run only if every file matches its schema.
 */
export function lint(input: DataInput): (Finding & { rule: string })[] {
  const misshapen = matchesSchema.check(input);
  if (misshapen.length > 0) return misshapen.map((finding) => ({ ...finding, rule: matchesSchema.name }));
  const data = toDataSet(input);
  const places = placesOfEndings(input);
  return RULES.flatMap(({ name, check }) =>
    check(data).map((finding) => ({ ...finding, ...placeOf(finding, places), rule: name })),
  );
}

/** Rules see one list of endings; a finding is shown in the file of the ending's group. */
function placeOf({ file, path }: Finding, places: ReturnType<typeof placesOfEndings>): Pick<Finding, "file" | "path"> {
  const [index, ...rest] = path;
  const place = file === ENDINGS_FILE && typeof index === "number" ? places[index] : undefined;
  return place ? { file: place.file, path: [...place.path, ...rest] } : { file, path };
}
