import type { Ending } from "@wasclean/data/schema";
import { createCloseFields, type Sender } from "./close-fields.ts";
import { element } from "./element.ts";
import { createEndingSelect, OWN_URL } from "./ending-select.ts";
import { findEnding } from "./endings.ts";
import type { EndingValues } from "./expected-of.ts";
import { readCloseCode } from "./read-close-code.ts";
import { describeSocketUrlProblem, readSocketUrl } from "./read-socket-url.ts";
import { createTextField } from "./text-field.ts";

/** What one chose: an ending of the lab's with its values, or a URL of one's own. */
export type Choice = { ending: Ending; values: EndingValues } | { ending: null; url: string };

/** What the attributes of the element choose; `null` stands for one that is absent. */
export type ChosenByAttributes = Record<"ending" | "code" | "reason" | "src", string | null>;

const legends: Record<Sender, string> = {
  server: "The Close frame that the server sends",
  client: "What this page passes to close() once open",
};

/** The part of the form in which one chooses how the connection is to end. */
export class ChoiceForm {
  readonly #select = createEndingSelect();
  readonly #description = element("p", { id: "ending-hint", class: "hint", part: "hint" });
  readonly #url = createTextField("url", "URL of a WebSocket server", {
    inputmode: "url",
    placeholder: "wss://example.com/chat",
  });
  readonly #fields = createCloseFields("", false);
  readonly #legend = element("legend", { part: "legend" });
  readonly #group = element(
    "fieldset",
    { part: "fieldset" },
    this.#legend,
    element("div", { class: "pair" }, this.#fields.code.element, this.#fields.reason.element),
  );
  readonly element = element(
    "div",
    { class: "choice" },
    element(
      "div",
      { class: "field" },
      element("label", { for: "ending", part: "label" }, "How the connection is to end"),
      this.#select,
      this.#description,
    ),
    this.#url.element,
    this.#group,
  );

  /** `onChange` is called after each change that the reader makes. */
  constructor(onChange: () => void) {
    this.#url.setHint("This browser connects to it directly; nothing passes through the lab.");
    this.#select.addEventListener("change", () => {
      this.#showChosen();
      onChange();
    });
    this.element.addEventListener("input", () => {
      this.#url.setProblem(null);
      onChange();
    });
  }

  /** Fills the fields in from the attributes; what is absent keeps its default. */
  fill({ ending, code, reason, src }: ChosenByAttributes): void {
    const first = this.#select.options[0]?.value ?? OWN_URL;
    const chosen = findEnding(ending);
    this.#select.value = chosen?.presetOf?.ending ?? chosen?.id ?? (src === null ? first : OWN_URL);
    if (src !== null) this.#url.input.value = src;
    this.#showChosen();
    const { code: codeField, reason: reasonField } = this.#fields;
    this.#fields.setValues(
      code ?? String(chosen?.presetOf?.code ?? codeField.input.value),
      reason ?? reasonField.input.value,
    );
  }

  /** What is chosen; `null`, with the problem said and its field focused, where a field cannot be read. */
  read(): Choice | null {
    const ending = this.#ending;
    if (ending === null) return this.#readUrl();
    if (ending.parameters.length === 0) return { ending, values: {} };
    const values = this.#fields.read();
    return values === null ? null : { ending, values: { code: values.code ?? undefined, reason: values.reason } };
  }

  /** What is chosen, for showing only: a code that cannot be read counts as left out, and a URL is not looked at. */
  preview(): { ending: Ending | null; values: EndingValues } {
    const { code, reason } = this.#fields;
    const { value } = readCloseCode(code.input.value);
    return { ending: this.#ending, values: { code: value ?? undefined, reason: reason.input.value } };
  }

  get #ending(): Ending | null {
    return findEnding(this.#select.value) ?? null;
  }

  #readUrl(): Choice | null {
    const { value, problem } = readSocketUrl(this.#url.input.value);
    if (value !== null) return { ending: null, url: value };
    this.#url.setProblem(describeSocketUrlProblem(problem));
    this.#url.input.focus();
    return null;
  }

  /** Shows the fields that the chosen ending has, with its defaults in them. */
  #showChosen(): void {
    const ending = this.#ending;
    const { code, reason } = this.#fields;
    this.#url.element.hidden = ending !== null;
    this.#url.setProblem(null);
    this.#description.replaceChildren(ending === null ? "Whatever your server does." : describe(ending));
    const parameters = new Map(ending?.parameters.map((parameter) => [parameter.name, parameter]));
    const sender = ending?.parameters[0]?.sentBy;
    this.#group.hidden = sender === undefined;
    code.element.hidden = !parameters.has("code");
    reason.element.hidden = !parameters.has("reason");
    this.#fields.setValues(
      String(parameters.get("code")?.default ?? 1000),
      String(parameters.get("reason")?.default ?? ""),
    );
    if (sender === undefined) return;
    this.#legend.replaceChildren(legends[sender]);
    code.setLabel(`Code, sent by the ${sender}`);
    reason.setLabel(`Reason, sent by the ${sender}`);
    this.#fields.setSender(sender);
  }
}

function describe({ server, slow }: Ending): string {
  return slow ? `${server} This takes many seconds.` : server;
}
