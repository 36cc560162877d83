import type { Page, RichText } from "@wasclean/schema";
import { toSyntax } from "./to-syntax.ts";

const hasAny = (...lists: (readonly unknown[] | undefined)[]) => lists.some((list) => (list?.length ?? 0) > 0);
const hasText = (fields: object | null) =>
  Object.values(fields ?? {}).some((value) => value !== null && !hasNone(value));
const hasNone = (value: unknown) => Array.isArray(value) && value.length === 0;

/** The syntax of a page's subject, as written in the wiki. */
export const writtenSyntaxOf = (page: Page): RichText[] => {
  if (page.kind === "http-header") return page.syntax ? [page.syntax] : [];
  return page.kind === "javascript" ? page.formats.flatMap(({ format }) => format ?? []) : [];
};

/** The texts about a subject's return value. */
export const returnTextsOf = (page: Page): RichText[] => {
  const texts = page.kind === "javascript" ? [page.returnValue] : [];
  if (page.kind === "api-method") texts.push(page.dataType, page.returnValueDescription);
  return texts.flatMap((text) => text ?? []);
};

/** Whether this site adds links to today's standards. */
export const isAboutWebSocket = ({ topics }: Page): boolean => topics.includes("WebSocket");

/** The ids of a page's sections, and whether a page has the section. */
const SECTIONS: Readonly<Record<string, (page: Page) => boolean>> = {
  content: () => true,
  syntax: (page) => toSyntax(page) !== null || hasAny(writtenSyntaxOf(page)),
  parameters: (page) => "parameters" in page && hasAny(page.parameters),
  values: (page) => "values" in page && hasAny(page.values),
  "return-value": (page) => hasAny(returnTextsOf(page)),
  remarks: (page) => "remarks" in page && page.remarks !== null,
  properties: (page) => "members" in page && hasAny(page.members.properties),
  methods: (page) => "members" in page && hasAny(page.members.methods),
  events: (page) => "members" in page && hasAny(page.members.events),
  examples: ({ examples }) => hasAny(examples),
  notes: ({ notes }) => hasText(notes),
  pages: ({ listings }) => listings.some(({ pages }) => hasAny(pages)),
  below: () => false,
  specifications: ({ specifications }) => hasAny(specifications),
  compatibility: ({ compatibility }) => hasCompatibility(compatibility),
  "see-also": (page) => hasText(page.seeAlso) || isAboutWebSocket(page),
  attribution: () => true,
};

/** The ids that headings within texts must not take. */
export const SECTION_IDS: readonly string[] = Object.keys(SECTIONS);

/** The ids of the sections that a page certainly has. */
export const listSectionIds = (page: Page): string[] => SECTION_IDS.filter((id) => SECTIONS[id]?.(page));

/** Whether the wiki recorded support for the page's subject, or a note on it. */
export const hasCompatibility = (
  compatibility: Page["compatibility"],
): compatibility is NonNullable<typeof compatibility> =>
  hasAny(compatibility?.desktop, compatibility?.mobile, compatibility?.notes);
