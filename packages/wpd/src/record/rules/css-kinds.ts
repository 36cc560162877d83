import type { TemplateRule } from "../template-rule.ts";
import { kindRule } from "./kinds.ts";

/** Templates of pages about CSS properties. */
export const CSS_KIND_RULES: Readonly<Record<string, TemplateRule>> = {
  "CSS Property": kindRule(
    "CSS Property",
    [
      "Initial value",
      "Applies to",
      "Inherited",
      "Media",
      "Computed value",
      "Animatable",
      "CSS object model property",
      "CSS percentages",
      "Values",
    ],
    (args) => ({
      kind: "css-property",
      initialValue: args.rich("Initial value"),
      appliesTo: args.rich("Applies to"),
      inherited: args.text("Inherited"),
      media: args.text("Media"),
      computedValue: args.rich("Computed value"),
      animatable: args.text("Animatable"),
      objectModelProperty: args.rich("CSS object model property"),
      percentages: args.rich("CSS percentages"),
      values: args.templates("Values", "CSS Property Value").map((value) => ({
        dataType: value.rich("Data Type"),
        description: value.rich("Description"),
      })),
    }),
  ),
  "CSS Property Value": { parameters: ["Data Type", "Description"] },
};
