import { CODE_PROBLEM, readCloseCode } from "../observe/read-close-code.ts";
import { createTextField, type TextField } from "./text-field.ts";
import { type Sender, wording } from "./wording.ts";

/** The two fields of a code and a reason, with hints about their effect. */
export interface CloseFields {
  code: TextField;
  reason: TextField;
  /** Fills the fields in; `sender` is the side that sends them. */
  setValues(code: unknown, reason: unknown, sender?: Sender): void;
  /** Updates the hints below the fields. */
  update(): void;
  /** The values typed. Where the code cannot be read: `null`, and its field says why and gets the focus. */
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
