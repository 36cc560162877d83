import { CLOSE_CODES, DERIVED_CLOSE_CODES } from "@wasclean/data/load";
import type { CloseCodeEntry, DerivedCloseCode } from "@wasclean/schema";
import { toHref } from "../../components/to-href.ts";

/** The registry, and the ranges around it, each code once. The JSON is checked where it is kept. */
export const registry: readonly CloseCodeEntry[] = CLOSE_CODES.closeCodes;

const derived: readonly DerivedCloseCode[] = DERIVED_CLOSE_CODES.closeCodes;

/** A page of the site: a code, or a range with all entries of the registry that lie in it. */
export interface CodePage {
  /** `1006`, or `3000-3999`. */
  slug: string;
  /** The same for people, with an en dash. */
  label: string;
  first: number;
  last: number;
  /** The registered name, or what the registry says of the code or range instead. */
  name: string;
  /** What it says to a developer. */
  meaning: string;
  /** The entry that the page is about; of a range, one that says what is true of its free codes. */
  entry: CloseCodeEntry;
}

/** What the registry has free between codes that are taken is one page: the whole range. */
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

/** The page of an entry of the registry. */
export function toCodePage(entry: CloseCodeEntry): CodePage {
  const { code, meaning } = entry;
  const [first, last] = typeof code === "number" ? [code, code] : code;
  if (first === last)
    return { first, last, name: toCodeName(entry), meaning, entry, slug: `${first}`, label: `${first}` };
  const own = { first, last, name: toCodeName(entry), meaning };
  const range = SHARED.first <= first && last <= SHARED.last ? SHARED : own;
  return { ...range, entry, slug: `${range.first}-${range.last}`, label: `${range.first}–${range.last}` };
}

/** Every page once, by its first code; a range before the codes within it. */
export const codePages: readonly CodePage[] = [
  ...new Map(registry.map(toCodePage).map((page) => [page.slug, page])).values(),
].toSorted((a, b) => a.first - b.first || b.last - a.last);

/** The registered name, or what the registry says of the code instead. */
export function toCodeName({ name, status }: CloseCodeEntry): string {
  return name ?? STATUS_NAMES[status];
}

/** The codes of a page of which something was measured; a code that has a page of its own is left out of a range. */
export function measuredCodesOf({ first, last }: CodePage): DerivedCloseCode[] {
  const hasOwnPage = (code: number) => codePages.some((page) => page.first === code && page.last === code);
  return derived.filter(({ code }) => first <= code && code <= last && (first === last || !hasOwnPage(code)));
}

/** The address of a page. */
export function toCodePath(slug: string): string {
  return toHref(`close-codes/${slug}/`);
}

/** Who may put the code into a Close frame, in words. */
export const SENDERS = {
  either: "Either side",
  client: "The client",
  server: "The server",
  nobody: "Nobody",
} as const satisfies Record<CloseCodeEntry["sentBy"], string>;

/** Whether a Close frame may carry it, in words; `undefined` is what the specifications neither define nor forbid. */
export function toWire(onWire: boolean | null): { value: string; words: string } {
  if (onWire === null) return { value: "undefined", words: "Not defined" };
  return onWire ? { value: "yes", words: "Yes" } : { value: "never", words: "Never" };
}
