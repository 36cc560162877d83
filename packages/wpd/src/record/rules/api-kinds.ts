import type { TemplateArguments } from "../template-arguments.ts";
import type { TemplateRule } from "../template-rule.ts";
import { kindRule } from "./kinds.ts";

const EVENT_PARAMETERS = [
  "Event_applies_to",
  "Interface",
  "Target",
  "Synchronous",
  "Bubbles",
  "Cancelable",
  "Default_action",
];

const readEvent = (args: TemplateArguments) => ({
  appliesTo: args.text("Event_applies_to"),
  interface: args.rich("Interface"),
  target: args.rich("Target"),
  synchronous: args.text("Synchronous"),
  bubbles: args.text("Bubbles"),
  cancelable: args.text("Cancelable"),
  defaultAction: args.rich("Default_action"),
});

const readReturnValue = (args: TemplateArguments) => ({
  dataType: args.rich("Javascript_data_type"),
  exampleObjectName: args.text("Example_object_name"),
  returnValueName: args.text("Return_value_name"),
  returnValueDescription: args.rich("Return_value_description"),
});
const RETURN_VALUE_PARAMETERS = [
  "Javascript_data_type",
  "Example_object_name",
  "Return_value_name",
  "Return_value_description",
];

/** Templates of pages about programming interfaces and their members. */
export const API_KIND_RULES: Readonly<Record<string, TemplateRule>> = {
  "API Object": kindRule("API Object", ["Subclass_of", "Overview"], (args, { facts, context }) => ({
    kind: "api-object",
    subclassOf: args.text("Subclass_of"),
    overview: args.rich("Overview"),
    members: context.site.membersOf(facts.slug),
  })),
  "API Object Property": kindRule(
    "API Object Property",
    [
      "Property_applies_to",
      "Read_only",
      "Example_value_name",
      "Content",
      ...RETURN_VALUE_PARAMETERS,
      ...EVENT_PARAMETERS,
    ],
    (args) => ({
      kind: "api-property",
      appliesTo: args.text("Property_applies_to"),
      readOnly: args.flag("Read_only"),
      ...readReturnValue(args),
      exampleValueName: args.text("Example_value_name"),
      event: EVENT_PARAMETERS.some((name) => args.span(name)) ? readEvent(args) : null,
      content: args.rich("Content"),
    }),
  ),
  "API Object Method": kindRule(
    "API Object Method",
    ["Parameters", "Method_applies_to", ...RETURN_VALUE_PARAMETERS],
    (args) => ({
      kind: "api-method",
      appliesTo: args.text("Method_applies_to"),
      ...readReturnValue(args),
      parameters: args.templates("Parameters", "Method Parameter").map((parameter) => ({
        name: parameter.text("Name"),
        dataType: parameter.rich("Data type"),
        optional: parameter.flag("Optional"),
        description: parameter.rich("Description"),
        index: parameter.text("Index"),
      })),
    }),
  ),
  "Method Parameter": { parameters: ["Name", "Data type", "Optional", "Description", "Index"] },
  Event: kindRule("Event", [...EVENT_PARAMETERS, "Content"], (args) => ({
    kind: "event",
    ...readEvent(args),
    content: args.rich("Content"),
  })),
};
