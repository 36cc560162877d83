import { closeCodeOf, isCodeForFrame } from "./close-codes.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { readCloseCode } from "./read-close-code.ts";
import { createTextField, type TextField } from "./text-field.ts";
import { REASON_LIMIT, utf8Length } from "./utf8-length.ts";

/** Which side sends what is typed. */
export type Sender = "server" | "client";

/** A code and a reason as typed; `null` stands for a code that is left out. */
export interface CloseValues {
  code: number | null;
  reason: string;
}

/** The two fields of a code and a reason, which say as one types what becomes of them. */
export interface CloseFields {
  code: TextField;
  reason: TextField;
  setSender(sender: Sender): void;
  setValues(code: string, reason: string): void;
  /** What is typed; `null`, with the problem said and the field focused, where the code cannot be read. */
  read(): CloseValues | null;
}

/** Makes the fields; with `isCodeOptional` the code may be left out. `prefix` keeps ids and parts apart. */
export function createCloseFields(prefix: string, isCodeOptional: boolean): CloseFields {
  const code = createTextField(`${prefix}code`, "Code", { inputmode: "numeric", maxlength: "5" });
  const reason = createTextField(`${prefix}reason`, "Reason");
  let sender: Sender = "client";
  const isLeftOut = () => isCodeOptional && code.input.value.trim() === "";
  const update = () => {
    const { value, problem } = readCloseCode(code.input.value);
    code.setHint(
      isLeftOut() ? "Left out: 1000 or 3000–4999 may be given." : value === null ? "" : codeHint(value, sender),
    );
    if (isLeftOut() || problem === null) code.setProblem(null);
    reason.setHint(reasonHint(reason.input.value, sender));
  };
  for (const { input } of [code, reason]) input.addEventListener("input", update);
  return {
    code,
    reason,
    setSender(next) {
      sender = next;
      update();
    },
    setValues(nextCode, nextReason) {
      code.input.value = nextCode;
      reason.input.value = nextReason;
      update();
    },
    read() {
      if (isLeftOut()) return { code: null, reason: reason.input.value };
      const { value, problem } = readCloseCode(code.input.value);
      code.setProblem(problem);
      if (value !== null) return { code: value, reason: reason.input.value };
      code.input.focus();
      return null;
    },
  };
}

function codeHint(code: number, sender: Sender): string {
  const { name } = closeCodeOf(code);
  if (sender === "client") return explainRefusal(code, null) === null ? name : `${name}: the browser will refuse it`;
  return isCodeForFrame(code) ? name : `${name}: a server must not send it, this one will`;
}

function reasonHint(reason: string, sender: Sender): string {
  const length = utf8Length(reason);
  const count = `${length} of ${REASON_LIMIT} bytes`;
  if (length <= REASON_LIMIT) return count;
  return `${count}: ${sender === "client" ? "the browser will refuse it" : "more than a Close frame may carry"}`;
}
