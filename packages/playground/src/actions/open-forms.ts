import { boundedText } from "../observe/bounded-text.ts";
import type { ThrownException } from "../observe/observed-event.ts";
import type { MessageData } from "../observe/summarize-message.ts";
import type { ShownRun } from "../run/shown-run.ts";
import { createCloseFields } from "../ui/close-fields.ts";
import { element } from "../ui/element.ts";
import { closeRulesUrl, explainRefusal } from "../ui/explain-refusal.ts";
import { onEnter } from "../ui/on-enter.ts";
import { createTextField } from "../ui/text-field.ts";
import { parseHexadecimal } from "./parse-hexadecimal.ts";

/** The most bytes of a file that are sent. */
const FILE_LIMIT = 1024 * 1024;

/** The forms for an open connection. */
export interface OpenForms {
  elements: HTMLElement[];
  /** Removes the message about the last call. */
  clear(): void;
}

/** Makes the forms; `current` returns their run. */
export function createOpenForms(current: () => ShownRun | null): OpenForms {
  const said = element("div", { class: "refusal", role: "status" });
  const say = (exception: ThrownException | null, rule: string | null) =>
    said.replaceChildren(...(exception ? [refusalWords(exception, rule)] : []));
  const problem = (text: string) => said.replaceChildren(element("p", { part: "problem", class: "problem" }, text));
  const send = (data: MessageData) => say(current()?.send?.(data) ?? null, null);
  const elements = [closeForm(current, say), sendForm(send, problem)];
  return {
    elements: [...elements, said],
    clear: () => said.replaceChildren(),
  };
}

function closeForm(
  current: () => ShownRun | null,
  say: (exception: ThrownException | null, rule: string | null) => void,
): HTMLElement {
  const fields = createCloseFields("close-", " for close()");
  fields.setValues(1000, "");
  const { code, reason } = fields;
  return formOf("close-form", "Close from this side", "Close", "close-button", [code.element, reason.element], () => {
    // The code is optional.
    const isLeftOut = code.input.value.trim() === "";
    const values = isLeftOut ? { code: null, reason: reason.input.value } : fields.read();
    if (values === null) return;
    const exception = current()?.close?.(values.code ?? undefined, values.reason || undefined) ?? null;
    say(exception, explainRefusal(values.code, values.reason));
  });
}

function sendForm(send: (data: MessageData) => void, problem: (text: string) => void): HTMLElement {
  const text = createTextField("send-text", "Message");
  const kind = element(
    "select",
    { id: "send-kind", part: "select" },
    ...["Text", "Bytes in hexadecimal", "A file, as bytes"].map((label) => element("option", {}, label)),
  );
  const file = element("input", { type: "file", part: "input file-input", "aria-label": "File to send", hidden: true });
  const kindField = element(
    "div",
    { class: "field" },
    element("label", { for: "send-kind", part: "label" }, "Send as"),
    kind,
  );
  kind.onchange = () => {
    file.hidden = kind.selectedIndex !== 2;
    text.element.hidden = !file.hidden;
  };
  return formOf("send-form", "Send", "Send", "send-button", [kindField, text.element, file], () => {
    if (kind.selectedIndex === 0) return send(text.input.value);
    if (kind.selectedIndex === 1) {
      const bytes = parseHexadecimal(text.input.value);
      return bytes === null ? problem("Bytes are pairs of hexadecimal digits, such as 00 ff.") : send(bytes);
    }
    const [chosen] = file.files ?? [];
    if (chosen === undefined) return problem("Choose a file first.");
    if (chosen.size > FILE_LIMIT) return problem(`A file of at most 1 MB; this one has ${chosen.size} bytes.`);
    void chosen.arrayBuffer().then(send, () => problem("The file cannot be read."));
  });
}

function formOf(
  part: string,
  legend: string,
  action: string,
  buttonPart: string,
  fields: HTMLElement[],
  onSubmit: () => void,
): HTMLElement {
  const button = element("button", { type: "button", part: `button ${buttonPart}` }, action);
  button.onclick = onSubmit;
  const form = element(
    "fieldset",
    { part: `fieldset ${part}` },
    element("legend", { part: "legend" }, legend),
    element("div", { class: "pair" }, ...fields),
    button,
  );
  onEnter(form, onSubmit);
  return form;
}

function refusalWords({ name, message }: ThrownException, rule: string | null): HTMLElement {
  return element(
    "p",
    { part: "refusal" },
    element("strong", {}, `✗ Refused with ${boundedText(name)}. `),
    rule ?? boundedText(message),
    " The connection goes on as it was. ",
    ...(rule ? [element("a", { href: closeRulesUrl, part: "link" }, "The rules of close()")] : []),
  );
}
