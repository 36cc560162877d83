import { element } from "./element.ts";
import { endings, isRunnable } from "./endings.ts";
import { groupNames } from "./group-names.ts";

/** The value of the choice that stands for a URL of one's own; no ending has it for an id. */
export const OWN_URL = "";

/** The list of endings by group, and last a URL of one's own. */
export function createEndingSelect(): HTMLSelectElement {
  const groups = Object.entries(groupNames).map(([group, label]) => {
    // A preset is the ending that it is of, with its code filled in.
    const members = endings.filter(
      (ending) => ending.group === group && ending.presetOf === undefined && isRunnable(ending),
    );
    return element("optgroup", { label }, ...members.map(({ id, title }) => element("option", { value: id }, title)));
  });
  return element(
    "select",
    { id: "ending", part: "select", "aria-describedby": "ending-hint" },
    ...groups.filter((group) => group.childElementCount > 0),
    element("optgroup", { label: "Another server" }, element("option", { value: OWN_URL }, "A URL of your own")),
  );
}
