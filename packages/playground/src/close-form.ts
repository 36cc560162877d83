import { type CloseValues, createCloseFields } from "./close-fields.ts";
import { element } from "./element.ts";
import { closeRulesUrl, explainRefusal } from "./explain-refusal.ts";
import type { ThrownException } from "./observed-event.ts";

/** The form with which one closes from the client's side while the connection is open. */
export interface CloseForm {
  element: HTMLFormElement;
  /** Shows or hides it; hiding takes away the last refusal. */
  setShown(isShown: boolean): void;
}

/** Makes the form; `close` does it and gives the exception of a refusal, which is then explained. */
export function createCloseForm(close: (values: CloseValues) => ThrownException | null): CloseForm {
  const fields = createCloseFields("close-", true);
  fields.code.setLabel("Code for close()");
  fields.reason.setLabel("Reason for close()");
  fields.setValues("1000", "");
  const refusal = element("div", { class: "refusal", role: "alert" });
  const form = element(
    "form",
    { part: "close-form", novalidate: true, hidden: true },
    element(
      "fieldset",
      { part: "fieldset" },
      element("legend", { part: "legend" }, "Close from this side"),
      element("div", { class: "pair" }, fields.code.element, fields.reason.element),
      element("button", { part: "button close-button", type: "submit" }, "Close"),
      refusal,
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = fields.read();
    if (values === null) return;
    const exception = close(values);
    refusal.replaceChildren(...(exception === null ? [] : [refusalWords(exception, values)]));
  });
  return {
    element: form,
    setShown(isShown) {
      form.hidden = !isShown;
      refusal.replaceChildren();
    },
  };
}

function refusalWords({ name, message }: ThrownException, { code, reason }: CloseValues): HTMLElement {
  return element(
    "p",
    { part: "refusal" },
    element("strong", {}, `✗ Refused with ${name}. `),
    explainRefusal(code, reason) ?? message,
    " The connection is still open. ",
    element("a", { href: closeRulesUrl, part: "link" }, "The rules of close()"),
  );
}
