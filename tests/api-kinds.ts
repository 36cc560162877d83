import {
  BrowsersSchema,
  CloseCodeEntrySchema,
  CloseCodesSchema,
  CompatSchema,
  DerivedCloseCodeSchema,
  DerivedCloseCodesSchema,
  DifferencesSchema,
  DriftFileSchema,
  EndingSchema,
  EndingsSchema,
  ObservationSchema,
  ObservationsSchema,
} from "@wasclean/schema";
import { ENGINE_IDS } from "@wasclean/schema/ids";
import { z } from "zod";

const KINDS: Record<string, z.ZodType> = {
  browsers: BrowsersSchema,
  "close-code": z.strictObject({
    code: z.int().min(0).max(65_535),
    entry: CloseCodeEntrySchema,
    observed: DerivedCloseCodeSchema.nullable(),
    engines: DerivedCloseCodesSchema.shape.engines,
  }),
  "close-codes": CloseCodesSchema,
  compat: CompatSchema,
  differences: DifferencesSchema,
  drift: DriftFileSchema,
  ending: z.strictObject({
    ending: EndingSchema,
    observations: z
      .array(
        z.strictObject({
          engine: ObservationsSchema.shape.engine,
          observedOn: z.iso.date(),
          result: ObservationSchema.nullable(),
          notMeasured: z.string().min(1).nullable(),
          source: z.string().regex(/^observations\/[a-z]+\.json$/),
        }),
      )
      .length(ENGINE_IDS.length),
  }),
  endings: EndingsSchema,
  "json-schema": z.looseObject({ $schema: z.literal("https://json-schema.org/draft/2020-12/schema") }),
  observations: ObservationsSchema,
};

/** What keeps a value from being of a kind that the API names; `null` where it is of it. */
export function checkKind(kind: string, value: unknown): string | null {
  const schema = KINDS[kind];
  if (schema === undefined) return `there is no kind ${JSON.stringify(kind)}`;
  const { error } = schema.safeParse(value);
  return error ? z.prettifyError(error) : null;
}
