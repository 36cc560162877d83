const LANGUAGES = new Set(
  "ar bg bn ca cs da de el en es fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt pt-br ro ru sk sr sv ta th tr uk vi zh zh-cn zh-hans zh-hant zh-tw".split(
    " ",
  ),
);

/** Parts of the wiki where a segment such as `id`, `th` or `tr` names an attribute or element. */
const REFERENCE = /^(?:apis|css|dom|html|javascript|mathml|svg)\//;
const AMBIGUOUS = new Set(["el", "en", "hr", "id", "it", "ms", "no", "th", "tr"]);
/** Names that the wiki used instead of the standard ones. */
const OTHER_NAMES: Readonly<Record<string, string>> = { chs: "zh-Hans", cht: "zh-Hant" };

/** The language of a page as a BCP 47 tag. A translation's path ends with it, as in `…/ja`; all other pages are in English. */
export function readLanguage(slug: string): string {
  const segments = slug.split("/");
  const last = (segments.at(-1) ?? "").toLowerCase().replace("_", "-");
  if (segments.length > 1 && Object.hasOwn(OTHER_NAMES, last)) return OTHER_NAMES[last] as string;
  if (segments.length < 2 || !LANGUAGES.has(last)) return "en";
  if (AMBIGUOUS.has(last) && REFERENCE.test(slug)) return "en";
  const [language = "", region] = last.split("-");
  if (!region) return language;
  // A script begins with a capital, a region is all capitals (https://www.rfc-editor.org/rfc/rfc5646#section-2.1.1).
  return `${language}-${region.length === 4 ? `${region[0]?.toUpperCase()}${region.slice(1)}` : region.toUpperCase()}`;
}
