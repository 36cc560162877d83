import { findEndingRow } from "../facts/ending-rows.ts";
import { readSocketUrl, URL_PROBLEM } from "../observe/read-socket-url.ts";
import type { Choice } from "../run/run.ts";
import { createCloseFields } from "../ui/close-fields.ts";
import { element } from "../ui/element.ts";
import { createTextField } from "../ui/text-field.ts";
import { wording } from "../ui/wording.ts";
import { createEndingSelect } from "./ending-select.ts";

/** The choice of attributes or a link; `null` stands for a default. */
export type Chosen = Record<"ending" | "code" | "reason" | "src", string | null>;

/** The part of the form in which the reader chooses how the connection should end. */
export class ChoiceForm {
  readonly select = createEndingSelect();
  readonly #description = element("p", { id: "ending-hint", class: "hint", part: "hint" });
  readonly url = createTextField("url", "URL of a WebSocket server", { inputmode: "url" });
  readonly fields = createCloseFields("");
  readonly #legend = element("legend", { part: "legend" });
  readonly #group = element(
    "fieldset",
    { part: "fieldset" },
    this.#legend,
    element("div", { class: "pair" }, this.fields.code.element, this.fields.reason.element),
  );
  readonly element = element(
    "div",
    { class: "choice" },
    element(
      "div",
      { class: "field" },
      element("label", { for: "ending", part: "label" }, "How the connection is to end"),
      this.select,
      this.#description,
    ),
    this.url.element,
    this.#group,
  );

  /** `onChange` is called after each change that the reader makes. */
  constructor(onChange: () => void) {
    this.element.oninput = ({ target }) => {
      if (target === this.select) this.#showChosen();
      this.url.setHint("");
      onChange();
    };
  }

  /** Fills the fields in; `null` stands for a default. */
  fill({ ending, code, reason, src }: Chosen): void {
    const found = findEndingRow(ending);
    if (found) this.select.value = found.row.id;
    else this.select.selectedIndex = src === null ? 0 : this.select.length - 1;
    if (src !== null) this.url.input.value = src;
    this.#showChosen(code ?? found?.code, reason);
  }

  /** The reader's choice. Where a field cannot be read: `null`, and the field says why and gets the focus. */
  read(): Choice | null {
    const ending = this.#row;
    if (ending) {
      const values = ending.parameters.length > 0 ? this.fields.read() : {};
      return values && { ending, values };
    }
    const { input, setHint } = this.url;
    const url = readSocketUrl(input.value);
    if (url !== null) return { ending: null, url };
    setHint(URL_PROBLEM, true);
    input.focus();
    return null;
  }

  /** Updates the texts about the choice, after a change or after the wording has changed. */
  update(): void {
    const row = this.#row;
    const words = row ? wording.ofEnding(row.id) : "This browser connects to it directly.";
    this.#description.textContent = row?.slow ? `${words} This takes many seconds.` : words;
    this.fields.update();
  }

  get #row() {
    return findEndingRow(this.select.value)?.row;
  }

  /** Shows the fields of the chosen ending. */
  #showChosen(givenCode?: unknown, givenReason?: unknown): void {
    const row = this.#row;
    const { code, reason, setValues } = this.fields;
    const [first] = row?.parameters ?? [];
    const defaultOf = (name: string) => row?.parameters.find((parameter) => parameter.name === name)?.default;
    this.url.element.hidden = row !== undefined;
    this.#group.hidden = !first;
    code.element.hidden = defaultOf("code") === undefined;
    reason.element.hidden = defaultOf("reason") === undefined;
    this.#legend.textContent = `What the ${first?.sentBy} sends`;
    setValues(givenCode ?? defaultOf("code") ?? 1000, givenReason ?? defaultOf("reason") ?? "", first?.sentBy);
    this.update();
  }
}
