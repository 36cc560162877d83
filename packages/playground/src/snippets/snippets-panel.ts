import type { DetailsPanel } from "../ui/details-panel.ts";
import { element } from "../ui/element.ts";
import { createPanel } from "../ui/panel.ts";
import { type Snippet, snippetsFor } from "./snippets.ts";

/** Styles of the panel of snippets. */
export const snippetStyles = `
.snippets { grid-column: 1 / -1; }
.snippets select { inline-size: auto; }
pre { overflow: auto; max-block-size: 28rem; font: .8125rem/1.5 var(--_mono); }
`;

/** The run as a program for each runtime: one chooses which, and copies it. */
export function createSnippets(): DetailsPanel {
  const panel = createPanel("snippets", "Code for this");
  const select = element("select", { part: "select", "aria-label": "Runtime" });
  const copy = element("button", { type: "button", part: "button copy-button" }, "Copy");
  const said = element("span", { class: "note", part: "note", "aria-live": "polite" });
  const code = element("code");
  const block = element("pre", { part: "code", tabindex: "0", role: "region", "aria-label": "Code" }, code);
  const tools = element("p", {}, select, " ", copy, " ", said);
  let snippets: Snippet[] = [];
  const showChosen = () => {
    const text = snippets[select.selectedIndex]?.code ?? "";
    if (code.textContent === text) return;
    code.textContent = text;
    said.textContent = "";
  };
  select.addEventListener("change", showChosen);
  copy.addEventListener("click", async () => {
    said.textContent = await copied(code);
  });
  const clear = () => panel.showNote("Nothing yet: connect first.");
  clear();
  return {
    element: panel.element,
    clear,
    show(run) {
      snippets = snippetsFor(run);
      if (snippets.length === 0) return clear();
      if (!select.length) select.append(...snippets.map(({ label }) => element("option", {}, label)));
      if (!tools.parentNode) panel.show(tools, block);
      showChosen();
    },
  };
}

/** Copies the code, or selects it where the clipboard is refused; says in words what it did. */
async function copied(code: HTMLElement): Promise<string> {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return "Copied";
  } catch {
    getSelection()?.selectAllChildren(code);
    return "Selected: copy it yourself";
  }
}
