/** A page of an export. */
interface TestPage {
  title: string;
  text?: string;
  ns?: number;
  /** More elements in the page. */
  extra?: string;
}

/** A MediaWiki export with these pages. */
export const toExport = (pages: readonly TestPage[]): string => `<mediawiki version="0.10" xml:lang="en">
<siteinfo><namespaces><namespace key="0" /><namespace key="1">Talk</namespace></namespaces></siteinfo>
${pages.map(toPage).join("\n")}
</mediawiki>
`;

const toPage = ({ title, text: wikitext = "x", ns = 0, extra = "" }: TestPage): string =>
  `<page><title>${toEntities(title)}</title><ns>${ns}</ns>${extra}
<revision><timestamp>2015-08-01T00:00:00Z</timestamp><model>wikitext</model><text xml:space="preserve">${toEntities(wikitext)}</text></revision></page>`;

const toEntities = (value: string): string => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
