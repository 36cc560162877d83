import { CODE_PROBLEM, readCloseCode } from "../observe/read-close-code.ts";
import { createTextField, type TextField } from "./text-field.ts";
import { type Sender, wording } from "./wording.ts";

/** A code and a reason as typed; `null` stands for a code that is left out. */
export interface CloseValues {
  code: number | null;
  reason: string;
}

/** The two fields of a code and a reason, which say as one types what becomes of them. */
export interface CloseFields {
  code: TextField;
  reason: TextField;
  /** Fills them in, and says which side sends it. */
  setValues(code: unknown, reason: unknown, sender?: Sender): void;
  /** Says anew what becomes of what is typed. */
  update(): void;
  /** What is typed; `null`, with the problem said and the field focused, where the code cannot be read. */
  read(): { code: number; reason: string } | null;
}

/** Makes the fields; `prefix` keeps ids and parts apart, `suffix` their labels. */
export function createCloseFields(prefix: string, suffix = ""): CloseFields {
  const code = createTextField(`${prefix}code`, `Code${suffix}`, { inputmode: "numeric", maxlength: "5" });
  const reason = createTextField(`${prefix}reason`, `Reason${suffix}`);
  let sender: Sender = "client";
  const update = () => {
    const value = readCloseCode(code.input.value);
    code.setHint(value === null ? "" : wording.ofCode(value, sender));
    reason.setHint(wording.ofReason(reason.input.value, sender));
  };
  for (const { input } of [code, reason]) input.oninput = update;
  return {
    code,
    reason,
    update,
    setValues(nextCode, nextReason, nextSender = sender) {
      sender = nextSender;
      code.input.value = String(nextCode);
      reason.input.value = String(nextReason);
      update();
    },
    read() {
      const value = readCloseCode(code.input.value);
      if (value !== null) return { code: value, reason: reason.input.value };
      code.setHint(CODE_PROBLEM, true);
      code.input.focus();
      return null;
    },
  };
}
