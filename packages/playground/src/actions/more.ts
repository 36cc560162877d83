import type { Session } from "../run/session.ts";
import type { ShownRun } from "../run/shown-run.ts";
import { element } from "../ui/element.ts";
import { createTextField } from "../ui/text-field.ts";
import { modes, readProtocols } from "./link.ts";
import { RUN_LIMIT, readRun } from "./read-run.ts";

const modeNames = ["Live where a lab answers", "Live only", "Recorded: no network at all"];

/** The section “More”: mode, subprotocols, link, files. */
export class More {
  readonly element: HTMLElement;
  readonly #session: Session;
  readonly #mode = element(
    "select",
    { id: "mode", part: "select mode-select" },
    ...modes.map((value, index) => element("option", { value }, modeNames[index] ?? "")),
  );
  readonly #protocols = createTextField("protocols", "Subprotocols");
  readonly #file = element("input", {
    id: "load",
    type: "file",
    accept: ".json,application/json",
    part: "input load-input",
  });
  readonly #said = element("p", { role: "status", class: "note", part: "note" });

  /** `link` returns the address that makes the same choice. */
  constructor(session: Session, link: () => string, onChange: () => void) {
    this.#session = session;
    this.#listen(onChange);
    const save = action("Save this run as JSON", "save-button", () => this.#save());
    const copy = action("Copy a link", "link-button", () => void this.#copy(link()));
    this.element = element(
      "div",
      {},
      field("Mode", this.#mode),
      this.#protocols.element,
      element("div", { class: "row" }, ...(session.host.element.hasAttribute("fragment") ? [copy] : []), save),
      field("Open a saved run", this.#file),
      this.#said,
    );
  }

  update(): void {
    const { mode, protocols } = this.#session;
    this.#mode.value = mode !== null && modes.includes(mode) ? mode : "auto";
    const { input } = this.#protocols;
    if (readProtocols(input.value).join() !== protocols.join()) input.value = protocols.join(", ");
  }

  #listen(onChange: () => void): void {
    const { input, setHint } = this.#protocols;
    this.#mode.onchange = () => {
      this.#session.mode = this.#mode.value;
      onChange();
    };
    setHint("Separated by commas; empty: none.");
    input.oninput = () => {
      this.#session.protocols = readProtocols(input.value);
      onChange();
    };
    this.#file.onchange = async () => {
      const [chosen] = this.#file.files ?? [];
      if (chosen) this.#said.textContent = await load(this.#session, chosen);
      this.#file.value = "";
    };
  }

  #save(): void {
    const { shown } = this.#session;
    if (shown) save(shown);
    this.#said.textContent = shown ? "Saved." : "There is no run to save yet.";
  }

  async #copy(link: string): Promise<void> {
    this.#said.textContent = await navigator.clipboard.writeText(link).then(
      () => "Copied. Opening the link fills the form in; it connects only on a click.",
      () => link,
    );
  }
}

function field(label: string, input: HTMLElement): HTMLElement {
  return element("div", { class: "field" }, element("label", { for: input.id, part: "label" }, label), input);
}

function action(label: string, part: string, onClick: () => void): HTMLElement {
  const button = element("button", { type: "button", part: `button ${part}` }, label);
  button.onclick = onClick;
  return button;
}

function save({ data }: ShownRun): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: "application/json" }));
  element("a", { href: url, download: `wasclean-${data.ending ?? "run"}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Shows the run of a file; returns a sentence about the success or failure. */
async function load(session: Session, file: File): Promise<string> {
  const run = file.size > RUN_LIMIT ? "The file is longer than 1 MB." : readRun(await file.text());
  if (typeof run === "string") return run;
  const kind = { live: "live, against a lab", own: "live, another’s URL", recorded: "a recording" }[run.mode];
  const shown: ShownRun = {
    data: run,
    label: `from a file: ${kind}, ${run.startedAt.slice(0, 10)}`,
    state: "closed",
    words: "A run from a file.",
    stop() {},
  };
  session.runs.push(shown);
  session.show(shown);
  return "Loaded.";
}
