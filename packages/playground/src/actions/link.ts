import { findEndingRow } from "../facts/ending-rows.ts";
import { readCloseCode } from "../observe/read-close-code.ts";
import { readSocketUrl } from "../observe/read-socket-url.ts";
import type { Session } from "../run/session.ts";
import type { ChoiceForm, Chosen } from "../view/choice-form.ts";

/** A link's choice; `null` stands for a default. */
export type LinkChoice = Chosen & Record<"mode" | "protocols", string | null>;

/** Where a connection goes: `live` to a lab, `recorded` to none, `auto` to a lab where there is one. */
export const modes = ["auto", "live", "recorded"];

const PREFIX = "#wasclean?";

/** The most characters of a fragment, and of a reason and of subprotocols in it. */
const LIMITS = { all: 8000, reason: 1024, protocols: 1000 };

/** Reads a choice from a fragment, without the values that make no sense. `null` for a fragment that is not ours. */
export function readFragment(hash: string): LinkChoice | null {
  if (!hash.startsWith(PREFIX) || hash.length > LIMITS.all) return null;
  const given = new URLSearchParams(hash.slice(PREFIX.length));
  const read = (name: keyof LinkChoice, fits: (value: string) => boolean) => {
    const value = given.get(name);
    return value !== null && fits(value) ? value : null;
  };
  return {
    ending: read("ending", (value) => findEndingRow(value) !== undefined),
    code: read("code", (value) => readCloseCode(value) !== null),
    reason: read("reason", (value) => value.length <= LIMITS.reason),
    src: read("src", (value) => readSocketUrl(value) !== null),
    mode: read("mode", (value) => modes.includes(value)),
    protocols: read("protocols", (value) => value.length <= LIMITS.protocols),
  };
}

/** The fragment of a choice. Values that are `null`, and empty ones other than a reason, are left out. */
export function toFragment(chosen: LinkChoice): string {
  const given = Object.entries(chosen).filter(
    (entry): entry is [string, string] => entry[1] !== null && (entry[1] !== "" || entry[0] === "reason"),
  );
  return PREFIX + new URLSearchParams(given);
}

/** Subprotocols as typed, with commas or spaces between them. */
export function readProtocols(text: string): string[] {
  return text.split(/[\s,]+/).filter((protocol) => protocol !== "");
}

/** An element's current choice, as a link has it. */
export function chosenOf({ mode, protocols }: Session, { select, url, fields }: ChoiceForm): LinkChoice {
  const isOwn = select.value === "";
  const typed = ({ element, input }: typeof url) => (isOwn || element.hidden ? null : input.value);
  return {
    ending: select.value || null,
    code: typed(fields.code),
    reason: typed(fields.reason),
    src: isOwn ? url.input.value : null,
    mode: mode === "live" || mode === "recorded" ? mode : null,
    protocols: protocols.join(","),
  };
}
