import { createButton } from "../../components/create-button.ts";

const FORMATS = ["Markdown", "CSV", "JSON"] as const;
type Format = (typeof FORMATS)[number];

/** A table that shows one of its views at a time, keeps the opened cell in the page's address, and can be copied. */
export class CompatTable extends HTMLElement {
  #status = document.createElement("span");

  connectedCallback(): void {
    if (this.querySelector(".tools")) return;
    this.#status.role = "status";
    const tools = document.createElement("div");
    tools.className = "tools no-print";
    const views = this.#views().map((view) => createButton(view.dataset.view ?? "", () => this.#choose(view)));
    const copies = FORMATS.map((format) => createButton(format, () => this.#copy(format)));
    tools.append(createGroup("Show", views), createGroup("Copy as", [...copies, this.#status]));
    this.prepend(tools);
    addEventListener("hashchange", this.#follow);
    this.addEventListener("toggle", this.#keepPlace, true);
    this.#show(this.#views()[0]);
    this.#follow();
  }

  disconnectedCallback(): void {
    removeEventListener("hashchange", this.#follow);
  }

  #views(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("section[data-view]")];
  }

  #show(shown: HTMLElement | undefined): void {
    for (const view of this.#views()) view.hidden = view !== shown;
    for (const button of this.querySelectorAll<HTMLButtonElement>(".tools > :first-child button")) {
      button.ariaPressed = String(button.textContent === shown?.dataset.view);
    }
  }

  /** Shows a view and puts it into the page's address. */
  #choose(view: HTMLElement): void {
    this.#show(view);
    const id = view.getAttribute("aria-labelledby");
    if (id) history.replaceState(history.state, "", `#${id}`);
  }

  /** Shows the cell or view that the fragment names, which may be hidden. */
  #follow = (): void => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const view = target?.closest<HTMLElement>("section[data-view]");
    if (!target || !view || !this.contains(view)) return;
    this.#show(view);
    const cell = target.closest("details");
    if (cell) cell.open = true;
    target.scrollIntoView({ block: "start" });
  };

  /** Puts the opened cell into the page's address. */
  #keepPlace = ({ target }: Event): void => {
    const id = target instanceof HTMLDetailsElement && target.open && target.querySelector(".more")?.id;
    if (id) history.replaceState(history.state, "", `#${id}`);
  };

  async #copy(format: Format): Promise<void> {
    const say = (words: string) => {
      this.#status.textContent = words;
    };
    try {
      await navigator.clipboard.writeText(format === "JSON" ? await this.#toJson() : this.#toText(format));
      say(`Copied as ${format}`);
    } catch {
      say("Not copied: the browser refused");
    }
  }

  async #toJson(): Promise<string> {
    const { features, sources } = await (await fetch(this.dataset.json ?? "")).json();
    const keys = (this.dataset.keys ?? "").split(" ");
    return JSON.stringify({ sources, features: Object.fromEntries(keys.map((key) => [key, features[key]])) }, null, 2);
  }

  #toText(format: Format): string {
    const tables = this.querySelectorAll<HTMLTableElement>("section[data-view]:not([hidden]) table");
    return [...tables].map((table) => (format === "CSV" ? toCsv(toRows(table)) : toMarkdown(toRows(table)))).join("\n");
  }
}

/** The header row and the body rows, as the texts of closed cells. The first header is the table's caption if the corner is empty. */
function toRows({ caption, tHead, tBodies }: HTMLTableElement): string[][] {
  const heads = [...(tHead?.rows ?? [])].at(-1)?.cells ?? [];
  const rows = [...(tBodies[0]?.rows ?? [])].map((row) =>
    [...row.cells].map((cell) => toLine(cell.querySelector(":scope > details > summary") ?? cell)),
  );
  const names = [...heads].map(toLine);
  const isCornerApart = names.length < (rows[0]?.length ?? 0);
  return [isCornerApart ? [toLine(caption), ...names] : names, ...rows];
}

const toLine = (node: Element | null): string => (node?.textContent ?? "").replace(/\s+/g, " ").trim();

const toCsv = (rows: string[][]): string =>
  rows.map((row) => `${row.map((text) => `"${text.replaceAll('"', '""')}"`).join(",")}\r\n`).join("");

function toMarkdown([head = [], ...rows]: string[][]): string {
  const toRow = (cells: string[]) => `| ${cells.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |\n`;
  return [head, head.map(() => "---"), ...rows].map(toRow).join("");
}

function createGroup(label: string, children: HTMLElement[]): HTMLElement {
  const group = document.createElement("div");
  group.role = "group";
  group.ariaLabel = label;
  group.append(label, ...children);
  return group;
}
