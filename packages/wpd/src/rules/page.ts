import type { AttributionLink } from "@wasclean/data/schema";
import type { PageDraft } from "../page-draft.ts";
import type { TemplateArguments } from "../template-arguments.ts";
import type { TemplateRule } from "../template-rules.ts";

/** Templates that say something about the page as a whole. */
export const PAGE_RULES = {
  "Page Title": {
    parameters: ["1"],
    read(args, { fields }) {
      fields.title = args.text("1") ?? fields.title;
    },
  },
  Flags: {
    parameters: ["State", "Checked_Out", "Editorial notes", "High-level issues", "Content"],
    read(args, { fields }) {
      fields.flags = {
        state: args.text("State"),
        checkedOut: args.text("Checked_Out"),
        editorialNotes: args.rich("Editorial notes"),
        highLevelIssues: args.list("High-level issues"),
        contentIssues: args.list("Content"),
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
  // Shows the page's own name on the wiki: the record has it as its title.
  "API Name": { parameters: [], read: () => {} },
  "Summary Section": {
    parameters: ["1"],
    read(args, { fields }) {
      fields.summary = args.rich("1");
    },
  },
  Topics: {
    parameters: ["1"],
    read(args, { fields }) {
      fields.topics.push(...args.list("1"));
    },
  },
  "External Attribution": {
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

/** `http://example.com A label`, with or without brackets. */
function readLink(args: TemplateArguments, name: string, draft: PageDraft): AttributionLink | null {
  const span = args.span(name);
  if (!span) return null;
  const raw = draft.context.source.slice(span.start, span.end);
  const [, address = "", label = ""] = /^\[?(\S+?)(?:\s+(.*?))?\]?$/s.exec(raw) ?? [];
  const isAddress = /^https?:\/\//i.test(address) && URL.canParse(address);
  if (!isAddress) draft.report("ADDRESS_UNREADABLE", span, raw);
  return { raw, url: isAddress ? address : null, label: (isAddress ? label.trim() : raw) || null };
}
