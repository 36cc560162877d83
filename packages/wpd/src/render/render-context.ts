import type { PageRef } from "@wasclean/schema";
import type { Span, TemplateNode } from "../parse/nodes.ts";
import type { LinkOutcome } from "../site/links.ts";
import type { SiteIndex } from "../site/site-index.ts";

/** The page that is being rendered, with callbacks for the links, lists and templates in its text. */
export interface RenderContext {
  /** The page's wikitext. */
  source: string;
  site: SiteIndex;
  /** Called for each link, with its target as written. */
  onLink(outcome: LinkOutcome, target: string): void;
  /** Called for each list of pages that the wiki computed; `pages` is `null` if it cannot be computed here. */
  onListing(
    listing: { template: string; query: string | null; parameters: string[]; pages: PageRef[] | null },
    span: Span,
  ): void;
  /** Called for each other template in running text; `true` if it was read into the record and leaves no text. */
  onTemplate(name: string, node: TemplateNode): boolean;
}
