import { findDetails } from "../facts/ending-details.ts";
import { closeCodeOf, isCodeForFrame } from "../observe/close-codes.ts";
import { REASON_LIMIT, utf8Length } from "../observe/utf8-length.ts";
import { describeEvent } from "./describe-event.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { type Wording, wording } from "./wording.ts";

/** Replaces the short texts of the first part by whole ones. */
export function useFullWording(): void {
  const whole: Wording = {
    ofCode(code, sender) {
      const { name } = closeCodeOf(code);
      if (sender === "server") return isCodeForFrame(code) ? name : `${name}: a server must not send it, this one will`;
      return explainRefusal(code, null) === null ? name : `${name}: the browser will refuse it`;
    },
    ofReason(reason, sender) {
      const length = utf8Length(reason);
      const count = `${length} of ${REASON_LIMIT} bytes`;
      if (length <= REASON_LIMIT) return count;
      return `${count}: ${sender === "client" ? "the browser will refuse it" : "more than a Close frame may carry"}`;
    },
    ofEvent: describeEvent,
    ofEnding: (id) => findDetails(id)?.server ?? "",
    ofClose({ code, reason, wasClean }) {
      const { name, meaning } = closeCodeOf(code);
      const length = utf8Length(reason);
      return [
        `${name}. ${meaning}`,
        length === 0
          ? "No reason came from the server."
          : `The text in the server’s Close frame, ${length} ${length === 1 ? "byte" : "bytes"}.`,
        wasClean
          ? "The closing handshake was completed: both sides sent a Close frame."
          : "The closing handshake was not completed before the connection ended.",
      ];
    },
  };
  Object.assign(wording, whole);
}
