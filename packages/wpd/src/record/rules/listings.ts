import type { TemplateRule } from "../template-rule.ts";

/** Creates a rule for a template that the wiki turned into a list of pages. */
const listingRule = (template: string, query: string): TemplateRule => ({
  inText: true,
  parameters: [query, "Use_page_title", "List_all_subpages"],
  read(args, { context, facts, fields, report }) {
    const place = args.span(query);
    const asked = place && context.source.slice(place.start, place.end);
    const listAllSubpages = args.flag("List_all_subpages");
    const pages = asked
      ? context.site.ask(asked)
      : listAllSubpages === false
        ? []
        : context.site.withPrefix(`${facts.slug}/`);
    if (pages === null) report("LISTING_NOT_COMPUTED", args.node, asked ?? template);
    const usePageTitle = args.flag("Use_page_title");
    fields.listings.push({ template, query: asked, usePageTitle, listAllSubpages, parameters: [], pages: pages ?? [] });
  },
});

/** Templates that the wiki turned into lists of pages. */
export const LISTING_RULES: Readonly<Record<string, TemplateRule>> = {
  "API Listing": listingRule("API Listing", "Query"),
  "Concept Listing": listingRule("Concept Listing", "Query"),
  "Page Index Listing": listingRule("Page Index Listing", "query"),
  // On every JavaScript page; on an object's page it lists the pages below.
  "JS Object Listing": {
    parameters: [],
    read(_, { context, facts, fields }) {
      const pages = context.site.withPrefix(`${facts.slug}/`);
      const rest = { query: null, usePageTitle: null, listAllSubpages: null, parameters: [] };
      if (pages.length > 0) fields.listings.push({ template: "JS Object Listing", ...rest, pages });
    },
  },
};
