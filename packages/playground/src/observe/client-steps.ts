import type { Ending } from "@wasclean/schema";
import type { CloseCode } from "./close-codes.ts";

/** The values chosen for an ending's parameters; a parameter that is left out has its default. */
export interface EndingValues {
  code?: CloseCode | undefined;
  reason?: string | undefined;
}

/** A fixed value of an ending, or a reference to one of its parameters. */
type FixedOrParameter<T> = T | { parameter: "code" | "reason" };

/** The fields of an ending that determine the client's steps. */
export type EndingSteps = Pick<Ending, "client" | "parameters">;

/** A step of the client. Steps follow each other once the connection is open; a call while connecting is made at once. */
export type ResolvedStep =
  | { do: "close"; code: CloseCode | undefined; reason: string | undefined; whileConnecting?: true | undefined }
  | { do: "send"; data: string | Uint8Array<ArrayBuffer> }
  | { do: "leave-page" };

/** The client's steps, with every parameter filled in. */
export function clientStepsOf(ending: EndingSteps, values: EndingValues): ResolvedStep[] {
  const all = valuesOf(ending, values);
  return ending.client.map((step) => {
    if (step.do === "close") return { ...step, code: resolve(step.code, all), reason: resolve(step.reason, all) };
    if (step.do === "send-text") return { do: "send", data: step.text.repeat(step.times ?? 1) };
    return step.do === "send-bytes" ? { do: "send", data: fromHexadecimal(step.bytes) } : step;
  });
}

/** The bytes that pairs of hexadecimal digits stand for. */
export function fromHexadecimal(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** The ending's parameters with defaults filled in; 1000 and no reason where the ending has no such parameter. */
export function valuesOf({ parameters }: EndingSteps, values: EndingValues): { code: CloseCode; reason: string } {
  const all: { code: unknown; reason: unknown } = { code: 1000, reason: "" };
  for (const { name, default: fallback } of parameters) all[name] = values[name] ?? fallback;
  return { code: Number(all.code), reason: String(all.reason) };
}

/** A fixed value itself, or the value of the parameter that it refers to. */
export function resolve<T>(value: FixedOrParameter<T>, values: { code: CloseCode; reason: string }): T {
  return value instanceof Object && "parameter" in value ? (values[value.parameter] as T) : (value as T);
}
