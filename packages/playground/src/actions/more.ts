import type { Session } from "../run/session.ts";
import type { ShownRun } from "../run/shown-run.ts";
import { element } from "../ui/element.ts";
import { createTextField } from "../ui/text-field.ts";
import { modes, readProtocols } from "./link.ts";
import { RUN_LIMIT, readRun } from "./read-run.ts";

const modeNames = ["Live where there is a lab", "Live only", "Recorded: no network at all"];

/** Makes what stands under “More”: mode, subprotocols, link, files. `link` gives the address that chooses the same. */
export function createMore(session: Session, link: () => string, onChange: () => void) {
  const mode = element(
    "select",
    { id: "mode", part: "select mode-select" },
    ...modes.map((value, index) => element("option", { value }, modeNames[index] ?? "")),
  );
  const protocols = createTextField("protocols", "Subprotocols");
  const said = element("p", { role: "status", class: "note", part: "note" });
  mode.onchange = () => {
    session.mode = mode.value;
    onChange();
  };
  protocols.setHint("With commas between them; none are asked for where it is empty.");
  protocols.input.oninput = () => {
    session.protocols = readProtocols(protocols.input.value);
    onChange();
  };
  const file = element("input", {
    id: "load",
    type: "file",
    accept: ".json,application/json",
    part: "input load-input",
  });
  file.onchange = async () => {
    const [chosen] = file.files ?? [];
    if (chosen) said.textContent = await load(session, chosen);
    file.value = "";
  };
  const buttons = [
    action("Copy a link", "link-button", async () => {
      said.textContent = await navigator.clipboard.writeText(link()).then(
        () => "Copied. Opening it fills the form; it connects on a click only.",
        () => link(),
      );
    }),
    action("Save this run as JSON", "save-button", () => {
      said.textContent = session.shown ? save(session.shown) : "There is no run to save yet.";
    }),
  ];
  const field = (label: string, input: HTMLElement) =>
    element("div", { class: "field" }, element("label", { for: input.id, part: "label" }, label), input);
  return {
    element: element(
      "div",
      {},
      field("Mode", mode),
      protocols.element,
      element("div", { class: "row" }, ...(session.host.element.hasAttribute("fragment") ? buttons : buttons.slice(1))),
      field("Look at a saved run", file),
      said,
    ),
    update() {
      mode.value = modes.includes(session.mode ?? "") ? String(session.mode) : "auto";
      if (readProtocols(protocols.input.value).join() !== session.protocols.join()) {
        protocols.input.value = session.protocols.join(", ");
      }
    },
  };
}

function action(label: string, part: string, onClick: () => void): HTMLElement {
  const button = element("button", { type: "button", part: `button ${part}` }, label);
  button.onclick = onClick;
  return button;
}

function save({ data }: ShownRun): string {
  const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: "application/json" }));
  element("a", { href: url, download: `wasclean-${data.ending ?? "run"}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
  return "Saved.";
}

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
