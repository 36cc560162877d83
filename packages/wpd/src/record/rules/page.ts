import type { AttributionLink } from "@wasclean/schema";
import type { PageDraft } from "../page-draft.ts";
import type { TemplateArguments } from "../template-arguments.ts";
import type { TemplateRule } from "../template-rule.ts";

/** Templates about the page as a whole. */
export const PAGE_RULES = {
  "Page Title": {
    once: true,
    parameters: ["1"],
    read(args, { fields }) {
      fields.title = args.text("1") ?? fields.title;
    },
  },
  Flags: {
    once: true,
    parameters: ["State", "Checked_Out", "Editorial notes", "High-level issues", "Content", "Compatibility"],
    read(args, { fields }) {
      fields.flags = {
        state: args.text("State"),
        checkedOut: args.text("Checked_Out"),
        editorialNotes: args.rich("Editorial notes"),
        highLevelIssues: args.list("High-level issues"),
        contentIssues: [...args.list("Content"), ...args.list("Compatibility")],
      };
    },
  },
  "Standardization Status": {
    parameters: ["1"],
    read(args, { fields }) {
      const status = args.text("1");
      if (status) fields.standardization.push(status);
    },
  },
  // Shows the page's own name, which the record has as its title; a few pages give another.
  "API Name": {
    parameters: ["1"],
    read(args, { fields }) {
      if (args.span("1")) fields.editorial.push({ template: "API Name", text: args.rich("1") });
    },
  },
  Byline: {
    parameters: ["Name", "URL", "Published"],
    read(args, { fields }) {
      const byline = { name: args.rich("Name"), url: args.address("URL"), published: args.rich("Published") };
      if (byline.name || byline.url || byline.published) fields.bylines.push(byline);
    },
  },
  // An older template for the feature of a compatibility row.
  Compatibility: {
    parameters: ["feature"],
    read(args, { fields }) {
      fields.editorial.push({ template: "Compatibility", text: args.rich("feature") });
    },
  },
  Languages: {
    once: true,
    parameters: ["1"],
    read(args, { facts, fields }) {
      fields.translations = args.text("1") ?? facts.slug;
    },
  },
  "Editorial/Deletion Candidate": editorialRule("Editorial/Deletion Candidate", "1"),
  "Editorial/Merge Candidate": editorialRule("Editorial/Merge Candidate", "Other"),
  "Editorial/Move Candidate": editorialRule("Editorial/Move Candidate", "1"),
  "Summary Section": {
    once: true,
    parameters: ["1"],
    read(args, { fields }) {
      fields.summary = args.rich("1");
    },
  },
  Topics: {
    parameters: ["1"],
    read(args, { fields }) {
      fields.topics = fields.topics.concat(args.list("1"));
    },
  },
  "External Attribution": {
    once: true,
    parameters: ["Is_CC-BY-SA", "Sources", "MDN_link", "MSDN_link", "HTML5Rocks_link"],
    read(args, draft) {
      draft.fields.attribution = {
        ccBySa: args.flag("Is_CC-BY-SA"),
        sources: args.list("Sources"),
        mdn: readLink(args, "MDN_link", draft),
        msdn: readLink(args, "MSDN_link", draft),
        html5rocks: readLink(args, "HTML5Rocks_link", draft),
      };
    },
  },
} as const satisfies Record<string, TemplateRule>;

/** Creates a rule for an editor's request, with its reason or the other page. */
function editorialRule(template: string, parameter: string): TemplateRule {
  return {
    inText: true,
    parameters: [parameter],
    read(args, { fields }) {
      fields.editorial.push({ template, text: args.rich(parameter) });
    },
  };
}

/** Reads `http://example.com A label`, with or without brackets. */
function readLink(args: TemplateArguments, name: string, draft: PageDraft): AttributionLink | null {
  const span = args.span(name);
  if (!span) return null;
  const raw = draft.context.source.slice(span.start, span.end);
  const [, address = "", label = ""] = /^\[?(\S+?)(?:\s+(.*?))?\]?$/s.exec(raw) ?? [];
  const isAddress = /^https?:\/\//i.test(address) && URL.canParse(address);
  if (!isAddress) draft.report("ADDRESS_UNREADABLE", span, raw);
  return { raw, url: isAddress ? address : null, label: (isAddress ? label.trim() : raw) || null };
}
