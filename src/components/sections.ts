/** A section of the site, as shown in the header. */
export interface Section {
  /** The path of its first page, below the site's base. */
  path: string;
  label: string;
  /** The beginnings of further paths that belong to it. */
  also: readonly string[];
}

/** The sections of the site, in the order of the header. */
export const sections: readonly Section[] = [
  { path: "apis/websocket/CloseEvent/", label: "Reference", also: ["apis/", "wiki/"] },
  { path: "close-codes/", label: "Close codes", also: [] },
  { path: "endings/", label: "Endings", also: [] },
  { path: "guides/", label: "Guides", also: ["why-1006/"] },
  { path: "playground/", label: "Playground", also: ["embed/"] },
  { path: "data/", label: "Data", also: [] },
  { path: "about/", label: "About", also: [] },
];

/** The section of a page; `path` is below the site's base. */
export function sectionOf(path: string): Section | undefined {
  return sections.find((section) => [section.path, ...section.also].some((start) => path.startsWith(start)));
}
