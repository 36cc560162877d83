/** A part of the site, as the header shows it. */
export interface Section {
  /** Where it begins, below the site's base. */
  path: string;
  label: string;
  /** What else belongs to it, by how the path begins. */
  also: readonly string[];
}

/** The parts of the site, in the order of the header. */
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
