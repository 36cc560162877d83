/**
 * The HTML that MediaWiki 1.24 reads as markup (Sanitizer.php, `$htmlpairsStatic` to `$htmlnestStatic`), and its extension
 * tags. Not so `time` and `data`, which here are CSS types, and `source`: one that is closed is a sample, any other the element that a page is about. Tags that are not here are
 * text about HTML.
 */
export const WIKITEXT_TAGS: ReadonlySet<string> = new Set(
  (
    "abbr b bdi bdo big blockquote br caption center cite code dd del dfn div dl dt em font gallery h1 h2 h3 h4 h5 h6 " +
    "hr i ins kbd li mark nowiki ol p pre q rb rp rt rtc ruby s samp small span strike strong sub sup " +
    "syntaxhighlight table td th tr tt u ul var wbr ref references"
  ).split(" "),
);

/** Elements that do not separate words: `<b>W</b>ord` is one. */
export const INLINE_TAGS: ReadonlySet<string> = new Set(
  (
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark nowiki q rb ruby s samp small span strike strong " +
    "sub sup time tt u var wbr"
  ).split(" "),
);

/** The elements that a record's HTML may have; `a` and `img` with checked addresses. */
export const SAFE_TAGS: ReadonlySet<string> = new Set(
  [
    ...WIKITEXT_TAGS,
    "a",
    "data",
    "time",
    "colgroup",
    "col",
    "figure",
    "figcaption",
    "img",
    "section",
    "tbody",
    "tfoot",
    "thead",
  ].filter((name) => !["font", "gallery", "nowiki", "ref", "references", "syntaxhighlight"].includes(name)),
);

/** Elements without content. */
export const VOID_TAGS: ReadonlySet<string> = new Set(["br", "col", "hr", "img", "wbr"]);
