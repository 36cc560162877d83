import { createButton } from "../../components/create-button.ts";

/** Shows the evidence of a cell below its row. Without script a cell links to the ending's page, which has the same. */
export class EndingsMatrix extends HTMLElement {
  connectedCallback(): void {
    for (const link of this.#links()) link.ariaExpanded = "false";
    this.addEventListener("click", (event) => this.#onClick(event));
    // On a narrow screen the cell that opened the evidence is hidden now, so nothing could close it.
    this.addEventListener("change", () => {
      for (const row of this.querySelectorAll("tr[data-row]")) this.#close(row);
    });
  }

  #close(row: Element): void {
    openedBelow(row)?.remove();
    for (const link of this.#links(row)) link.ariaExpanded = "false";
  }

  #links(within: ParentNode = this): HTMLAnchorElement[] {
    return [...within.querySelectorAll<HTMLAnchorElement>("td > a")];
  }

  #onClick(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("td > a") : null;
    // The reader wants the page in another tab or window, or as a download.
    if (link === null || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#toggle(link).catch(() => location.assign(link.href));
  }

  async #toggle(link: HTMLAnchorElement): Promise<void> {
    const row = link.closest("tr");
    if (row === null) return;
    link.ariaExpanded = link.ariaExpanded === "true" ? "false" : "true";
    const opened = openedBelow(row) ?? (await this.#open(row, link));
    const shown = this.#links(row)
      .filter((other) => other.ariaExpanded === "true")
      .map(({ hash }) => hash.slice(1));
    for (const body of opened.querySelectorAll("tbody")) body.hidden = !shown.includes(body.dataset.engine ?? "");
    if (shown.length === 0) opened.remove();
  }

  /** Adds the evidence below a row. Two clicks before the response arrives add it once. */
  async #open(row: HTMLTableRowElement, link: HTMLAnchorElement): Promise<Element> {
    const evidence = await fetchEvidence(link.href);
    const known = openedBelow(row);
    if (known) return known;
    const opened = document.createElement("tr");
    opened.className = "opened";
    const cell = opened.insertCell();
    cell.colSpan = row.parentElement?.querySelector("th")?.colSpan ?? 1;
    cell.append(evidence, createRun(row.dataset.row ?? ""), this.#createClose(row));
    row.after(opened);
    return opened;
  }

  /** A button at the end, for readers who have scrolled past the cell. */
  #createClose(row: Element): HTMLElement {
    const button = createButton("Close", () => {
      this.#close(row);
      this.#links(row)[0]?.focus();
    });
    button.classList.add("close");
    return button;
  }
}

function openedBelow(row: Element): Element | null {
  const next = row.nextElementSibling;
  return next?.matches(".opened") ? next : null;
}

/** An ending's table of evidence, without ids, since a document may hold several. */
async function fetchEvidence(href: string): Promise<Element> {
  const { href: address } = new URL("evidence/", href);
  const found = (await fetchDocument(address)).querySelector("table.evidence");
  if (found === null) throw new Error(`There is no evidence at ${address}`);
  const table = document.importNode(found, true);
  for (const body of table.querySelectorAll("tbody")) {
    body.dataset.engine = body.id;
    body.removeAttribute("id");
  }
  return table;
}

/** Loads a document. Unlike `fetch()`, XMLHttpRequest parses it without a string that Trusted Types would block. */
function fetchDocument(href: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", href);
    request.responseType = "document";
    request.onload = () =>
      request.status === 200 && request.response ? resolve(request.response) : reject(request.status);
    request.onerror = reject;
    request.send();
  });
}

/** A button that replaces itself by a playground and runs the ending in it. */
function createRun(ending: string): HTMLElement {
  const run = createButton("Run it here, now", async () => {
    await import("@wasclean/playground/define");
    const playground = document.createElement("close-event-playground");
    playground.setAttribute("ending", ending);
    playground.setAttribute("heading-level", "2");
    playground.tabIndex = -1;
    run.replaceWith(playground);
    playground.focus();
    playground.connect();
  });
  return run;
}
