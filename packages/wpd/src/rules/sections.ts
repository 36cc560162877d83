import type { TemplateRule } from "../template-rules.ts";

/** Templates for the sections of a page. */
export const SECTION_RULES = {
  "Examples Section": {
    parameters: ["Not_required", "Examples"],
    read(args, { fields }) {
      fields.examples.push(
        ...args.templates("Examples", "Single Example").map((example) => ({
          language: example.text("Language"),
          description: example.rich("Description"),
          code: example.code("Code") ?? "",
          liveUrl: example.text("LiveURL"),
        })),
      );
    },
  },
  "Single Example": { parameters: ["Language", "Description", "Code", "LiveURL"] },
  "Notes Section": {
    parameters: ["Usage", "Notes", "Import_Notes"],
    read(args, { fields }) {
      fields.notes = { usage: args.rich("Usage"), notes: args.rich("Notes"), importNotes: args.rich("Import_Notes") };
    },
  },
  "Related Specifications Section": {
    parameters: ["Specifications"],
    read(args, { fields }) {
      fields.specifications.push(
        ...args.templates("Specifications", "Related Specification").map((specification) => ({
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
