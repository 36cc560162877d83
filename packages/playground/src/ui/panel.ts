import { element } from "./element.ts";

/** A titled section of the results. */
export interface Panel {
  element: HTMLElement;
  /** Replaces the content below the title. */
  show(...content: (Node | string)[]): void;
  /** Replaces the content by one quiet sentence. */
  showNote(note: string): void;
}

/** Makes a panel; `name` is unique in its shadow root and is its part. */
export function createPanel(name: string, title: string, attributes: Record<string, string> = {}): Panel {
  const body = element("div", { class: "body", ...attributes });
  const section = element(
    "section",
    { part: `panel ${name}`, class: `panel ${name}`, tabindex: "-1", "aria-labelledby": `${name}-title` },
    element("h3", { id: `${name}-title`, part: "title" }, title),
    body,
  );
  return {
    element: section,
    show: (...content) => body.replaceChildren(...content),
    showNote: (note) => body.replaceChildren(noteOf(note)),
  };
}

/** One quiet sentence. */
export function noteOf(text: string): HTMLElement {
  return element("p", { class: "note", part: "note" }, text);
}
