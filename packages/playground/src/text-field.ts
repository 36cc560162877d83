import { type Attributes, element } from "./element.ts";

/** A text field with its label, a hint below, and the place for what is wrong with it. */
export interface TextField {
  element: HTMLElement;
  input: HTMLInputElement;
  setLabel(label: string): void;
  setHint(hint: string): void;
  /** Says what is wrong, or with `null` that nothing is. */
  setProblem(problem: string | null): void;
}

/** Makes a text field; `name` is unique in its shadow root and names its part, `<name>-input`. */
export function createTextField(name: string, label: string, attributes: Attributes = {}): TextField {
  const input = element("input", {
    id: name,
    part: `input ${name}-input`,
    type: "text",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    "aria-describedby": `${name}-hint ${name}-problem`,
    ...attributes,
  });
  const labelElement = element("label", { for: name, part: "label" }, label);
  const hint = element("p", { id: `${name}-hint`, class: "hint", part: "hint" });
  const problem = element("p", { id: `${name}-problem`, class: "problem", part: "problem", hidden: true });
  return {
    element: element("div", { class: `field ${name}` }, labelElement, input, hint, problem),
    input,
    setLabel: (text) => labelElement.replaceChildren(text),
    setHint: (text) => hint.replaceChildren(text),
    setProblem(text) {
      problem.hidden = text === null;
      problem.replaceChildren(text ?? "");
      if (text === null) input.removeAttribute("aria-invalid");
      else input.setAttribute("aria-invalid", "true");
    },
  };
}
