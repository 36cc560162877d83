import type { TemplateArguments } from "../template-arguments.ts";
import type { TemplateRule } from "../template-rule.ts";

const readExample = (example: TemplateArguments) => ({
  language: example.text("Language"),
  description: example.rich("Description"),
  code: example.code("Code"),
  liveUrl: example.address("LiveURL"),
});

/** Templates for the sections of a page. */
export const SECTION_RULES = {
  "Examples Section": {
    parameters: ["Not_required", "Examples"],
    read(args, draft) {
      const { fields } = draft;
      const notRequired = args.flag("Not_required");
      const span = args.span("Not_required");
      // A second section may contradict the first.
      if (fields.examplesNotRequired === null) fields.examplesNotRequired = notRequired;
      else if (span) draft.misplaced.push({ nodes: [{ type: "text", ...span }], span });
      fields.examples = fields.examples.concat(args.templates("Examples", "Single Example").map(readExample));
    },
  },
  "Single Example": {
    parameters: ["Language", "Description", "Code", "LiveURL"],
    readStray(args, { fields }) {
      fields.examples.push(readExample(args));
    },
  },
  "Notes Section": {
    once: true,
    parameters: ["Usage", "Notes", "Import_Notes"],
    read(args, { fields }) {
      fields.notes = { usage: args.rich("Usage"), notes: args.rich("Notes"), importNotes: args.rich("Import_Notes") };
    },
  },
  "Related Specifications Section": {
    parameters: ["Specifications"],
    read(args, { fields }) {
      fields.specifications = fields.specifications.concat(
        args.templates("Specifications", "Related Specification").map((specification) => ({
          name: specification.text("Name"),
          url: specification.text("URL"),
          status: specification.text("Status"),
          relevantChanges: specification.rich("Relevant_changes"),
        })),
      );
    },
  },
  "Related Specification": { parameters: ["Name", "URL", "Status", "Relevant_changes"] },
  "See Also Section": {
    once: true,
    parameters: ["Manual_links", "External_links", "Manual_sections", "Topic_clusters"],
    read(args, { fields }) {
      fields.seeAlso = {
        manualLinks: args.rich("Manual_links"),
        externalLinks: args.rich("External_links"),
        sections: args.rich("Manual_sections"),
        topicClusters: args.list("Topic_clusters"),
      };
    },
  },
} as const satisfies Record<string, TemplateRule>;
