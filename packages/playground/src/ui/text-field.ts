import { type Attributes, element } from "./element.ts";

/** A text field with its label, and a hint below that also says what is wrong with it. */
export interface TextField {
  element: HTMLElement;
  input: HTMLInputElement;
  setHint(hint: string, isProblem?: boolean): void;
}

/** Makes a text field; `name` is unique in its shadow root and names its part, `<name>-input`. */
export function createTextField(name: string, label: string, attributes: Attributes = {}): TextField {
  const input = element("input", {
    id: name,
    part: `input ${name}-input`,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    "aria-describedby": `${name}-hint`,
    ...attributes,
  });
  const hint = element("p", { id: `${name}-hint` });
  const setHint = (text: string, isProblem = false) => {
    hint.textContent = text;
    const kind = isProblem ? "problem" : "hint";
    hint.className = kind;
    hint.setAttribute("part", kind);
    input.ariaInvalid = String(isProblem);
  };
  setHint("");
  return {
    element: element("div", { class: "field" }, element("label", { for: name, part: "label" }, label), input, hint),
    input,
    setHint,
  };
}
