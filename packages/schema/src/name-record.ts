import { z } from "zod";

type Definition<V extends z.ZodType> = z.core.$ZodRecordDef<z.ZodString, V>;

/** Zod's record, which leaves out the key `__proto__`, with that key put back: in JSON it is a name like any other. */
const ZodNameRecord = z.core.$constructor<z.ZodRecord<z.ZodString, z.ZodType>>(
  "ZodNameRecord",
  (record, definition) => {
    z.ZodRecord.init(record, definition);
    const parseOthers = record._zod.parse;
    record._zod.parse = (payload, context) => {
      const input: unknown = payload.value;
      const parsed = parseOthers(payload, context);
      if (parsed instanceof Promise || typeof input !== "object" || input === null) return parsed;
      if (!Object.hasOwn(input, PROTO) || typeof parsed.value !== "object") return parsed;
      const own = Object.getOwnPropertyDescriptor(input, PROTO)?.value;
      const result = definition.valueType._zod.run({ value: own, issues: [] }, context);
      if (result instanceof Promise) throw new TypeError("The values of a record of names are checked at once.");
      for (const issue of result.issues) parsed.issues.push({ ...issue, path: [PROTO, ...(issue.path ?? [])] });
      // In its place among the other keys, so that the same file is written again.
      parsed.value = Object.fromEntries(
        Object.keys(input).map((key) => [
          key,
          key === PROTO ? result.value : (parsed.value as Record<string, unknown>)[key],
        ]),
      );
      return parsed;
    };
  },
);

const PROTO = "__proto__";

/** A record by names that come from outside, such as a page's text; any string is a key. */
export const nameRecord = <V extends z.ZodType>(value: V): z.ZodRecord<z.ZodString, V> =>
  new ZodNameRecord({ type: "record", keyType: z.string(), valueType: value } satisfies Definition<V>) as z.ZodRecord<
    z.ZodString,
    V
  >;
