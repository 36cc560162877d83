import type { TemplateRule } from "../template-rules.ts";

/** Templates that give a page its kind. */
export const KIND_RULES = {
  "API Object": {
    parameters: ["Subclass_of", "Overview"],
    read(args, draft) {
      draft.kind = { kind: "api-object", subclassOf: args.text("Subclass_of"), overview: args.rich("Overview") };
    },
  },
} as const satisfies Record<string, TemplateRule>;
