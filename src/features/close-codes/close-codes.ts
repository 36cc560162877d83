import { CLOSE_CODES, DERIVED_CLOSE_CODES } from "@wasclean/data/load";
import type { CloseCodeEntry, DerivedCloseCode } from "@wasclean/schema";
import { toHref } from "../../components/to-href.ts";

/** The registry and the ranges around it; each code occurs once. */
export const registry: readonly CloseCodeEntry[] = CLOSE_CODES.closeCodes;

const derived: readonly DerivedCloseCode[] = DERIVED_CLOSE_CODES.closeCodes;

/** A page on a close code, or on a range with all registry entries in it. */
export interface CodePage {
  /** `1006`, or `3000-3999`. */
  slug: string;
  /** The code or range for people, with an en dash. */
  label: string;
  first: number;
  last: number;
  /** The registered name, or else the status. */
  name: string;
  /** The meaning for a developer. */
  meaning: string;
  /** The page's entry; for a range, the entry of its unassigned codes. */
  entry: CloseCodeEntry;
}

/** The range that unassigned entries between registered codes share as one page. */
const SHARED = {
  first: 3000,
  last: 3999,
  name: "Registered on request",
  meaning:
    "For libraries, frameworks and applications, who may have a code registered, first come, first served. One that is not registered means what both sides agree on.",
} as const;

const STATUS_NAMES = {
  registered: "No registered name",
  reserved: "Reserved",
  unassigned: "Unassigned",
  "private-use": "Private use",
  "not-used": "Not used",
} as const satisfies Record<CloseCodeEntry["status"], string>;

/** The page of a registry entry. */
export function toCodePage(entry: CloseCodeEntry): CodePage {
  const { code, meaning } = entry;
  const [first, last] = typeof code === "number" ? [code, code] : code;
  if (first === last)
    return { first, last, name: toCodeName(entry), meaning, entry, slug: `${first}`, label: `${first}` };
  const own = { first, last, name: toCodeName(entry), meaning };
  const range = SHARED.first <= first && last <= SHARED.last ? SHARED : own;
  return { ...range, entry, slug: `${range.first}-${range.last}`, label: `${range.first}–${range.last}` };
}

/** The pages in the order of their first codes; a range comes before the codes in it. */
export const codePages: readonly CodePage[] = [
  ...new Map(registry.map(toCodePage).map((page) => [page.slug, page])).values(),
].toSorted((a, b) => a.first - b.first || b.last - a.last);

/** The registered name, or else the status in words. */
export function toCodeName({ name, status }: CloseCodeEntry): string {
  return name ?? STATUS_NAMES[status];
}

/** The measured codes of a page; a range leaves out codes that have their own page. */
export function measuredCodesOf({ first, last }: CodePage): DerivedCloseCode[] {
  const hasOwnPage = (code: number) => codePages.some((page) => page.first === code && page.last === code);
  return derived.filter(({ code }) => first <= code && code <= last && (first === last || !hasOwnPage(code)));
}

/** The address of a page. */
export function toCodePath(slug: string): string {
  return toHref(`close-codes/${slug}/`);
}

/** Whether a Close frame may carry a code; `undefined` if the specifications neither define nor forbid it. */
export function toWire(onWire: boolean | null): { value: string; words: string } {
  if (onWire === null) return { value: "undefined", words: "Not defined" };
  return onWire ? { value: "yes", words: "Yes" } : { value: "never", words: "Never" };
}
