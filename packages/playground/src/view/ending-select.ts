import { endingRows } from "../facts/ending-rows.ts";
import { element } from "../ui/element.ts";

/** The list of endings by group; the last option, with an empty value, is a URL of the reader's own. */
export function createEndingSelect(): HTMLSelectElement {
  const groups = new Map<string, HTMLElement>();
  const add = (label: string, value: string, title: string) => {
    const group = groups.get(label) ?? element("optgroup", { label });
    groups.set(label, group);
    group.append(element("option", { value }, title));
  };
  for (const { group, id, title } of endingRows) add(group, id, title);
  add("Another server", "", "A URL of your own");
  return element("select", { id: "ending", part: "select", "aria-describedby": "ending-hint" }, ...groups.values());
}
