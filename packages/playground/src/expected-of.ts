import type { ClientStep, Ending } from "@wasclean/data/schema";
import { type CloseCode, isCodeForClose } from "./close-codes.ts";
import { REASON_LIMIT, utf8Length } from "./utf8-length.ts";

/** What was chosen for an ending's parameters; a parameter that is left out has its default. */
export interface EndingValues {
  code?: CloseCode | undefined;
  reason?: string | undefined;
}

/** What script is to see, with every parameter filled in. */
export interface ExpectedClose {
  code: CloseCode | null;
  reason: string | null;
  wasClean: boolean | null;
  events: readonly ("open" | "message" | "error" | "close")[];
}

/** A value of an ending that is fixed, or that stands for one of its parameters. */
type FixedOrParameter<T> = T | { parameter: "code" | "reason" };

/**
 * What the specifications expect of an ending with the values chosen; `null` where they leave it open, and where
 * `close()` refuses the client's values, so that the ending does not happen. `endings` is where the ending named by
 * `expectedForLongReason` is looked up.
 */
export function expectedOf(ending: Ending, values: EndingValues, endings: readonly Ending[]): ExpectedClose | null {
  const { code, reason } = valuesOf(ending, values);
  const isLong = utf8Length(reason) > REASON_LIMIT;
  if (ending.parameters.some((parameter) => parameter.sentBy === "client")) {
    if (isLong || !isCodeForClose(code)) return null;
  }
  if (isLong && ending.expectedForLongReason !== undefined) {
    const other = endings.find(({ id }) => id === ending.expectedForLongReason);
    return other === undefined ? null : expectedOf(other, {}, endings);
  }
  const { expected, expectedForCodes } = ending;
  if (expected === null || !isWithin(code, expectedForCodes)) return null;
  return {
    code: resolve(expected.code, { code, reason }),
    reason: resolve(expected.reason, { code, reason }),
    wasClean: expected.wasClean,
    events: expected.events,
  };
}

/** What the client does itself, one after the other, once the connection is open. */
export type ResolvedStep =
  | { do: "close"; code: CloseCode | undefined; reason: string | undefined }
  | { do: "send"; data: string | Uint8Array<ArrayBuffer> };

/** What the client is to do once the connection is open, with every parameter filled in. */
export function clientStepsOf(ending: Ending, values: EndingValues): ResolvedStep[] {
  const all = valuesOf(ending, values);
  return ending.client.filter((step) => step.do !== "leave-page").map((step) => resolveStep(step, all));
}

function resolveStep(step: Exclude<ClientStep, { do: "leave-page" }>, all: ReturnType<typeof valuesOf>): ResolvedStep {
  switch (step.do) {
    case "close":
      return { do: "close", code: resolve(step.code, all), reason: resolve(step.reason, all) };
    case "send-text":
      return { do: "send", data: step.text.repeat(step.times ?? 1) };
    case "send-bytes":
      return { do: "send", data: fromHexadecimal(step.bytes) };
  }
}

function fromHexadecimal(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** The ending's parameters with defaults filled in. What an ending has no parameter for is not chosen: 1000 and no reason. */
function valuesOf(ending: Ending, values: EndingValues): { code: CloseCode; reason: string } {
  const parameters = new Map(ending.parameters.map((parameter) => [parameter.name, parameter.default]));
  const chosen = (name: "code" | "reason") =>
    parameters.has(name) ? (values[name] ?? parameters.get(name)) : undefined;
  return { code: Number(chosen("code") ?? 1000), reason: String(chosen("reason") ?? "") };
}

function resolve<T>(value: FixedOrParameter<T>, values: { code: CloseCode; reason: string }): T {
  const isParameter = typeof value === "object" && value !== null && "parameter" in value;
  return isParameter ? (values[value.parameter] as T) : (value as T);
}

function isWithin(code: CloseCode, ranges: Ending["expectedForCodes"]): boolean {
  return ranges?.some(([first, last]) => first <= code && code <= last) ?? true;
}
