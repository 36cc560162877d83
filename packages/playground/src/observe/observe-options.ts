import type { ObservedEvent } from "./observed-event.ts";
import type { MessageData } from "./summarize-message.ts";

/** The part of a WebSocket that `observe()` uses. */
export interface ObservableSocket {
  binaryType: string;
  readonly protocol: string;
  readonly extensions: string;
  send(data: MessageData): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: string, listener: (event: Event) => void): void;
  removeEventListener(type: string, listener: (event: Event) => void): void;
}

/** A WebSocket constructor: the browser's, Node's, or that of a library with the same interface. */
export type SocketConstructor = new (url: string, protocols?: string | string[]) => ObservableSocket;

/** The options of `observe()`. */
export interface ObserveOptions {
  WebSocket: SocketConstructor;
  /** The subprotocols to ask for; without them the constructor gets only one argument. */
  protocols?: string | string[] | undefined;
  /** Once aborted, the socket is closed and every listener removed. */
  signal?: AbortSignal | undefined;
  /** A clock in milliseconds; `performance.now()` by default. */
  now?: (() => number) | undefined;
  /** Called with each event after it was added to the list; for an `exception`, before `observe()` returns. */
  onEvent?: ((event: ObservedEvent) => void) | undefined;
  /** Called with each message beyond the limit: it is counted, and dropped. */
  onDrop?: (() => void) | undefined;
  /** The most messages in the list (later ones are only counted); 1000 by default. */
  messageLimit?: number | undefined;
}

interface Rule {
  name: string;
  value: unknown;
  fits: (value: unknown) => boolean;
  expected: string;
  remedy: string;
}

const isFunction = (value: unknown) => typeof value === "function";
const orAbsent = (fits: (value: unknown) => boolean) => (value: unknown) => value === undefined || fits(value);
const isSignal = (value: unknown) => typeof value === "object" && value !== null && "aborted" in value;

const rules = (url: unknown, options: Partial<Record<keyof ObserveOptions, unknown>>): Rule[] => [
  {
    name: "url",
    value: url,
    fits: (value) => typeof value === "string" || value instanceof URL,
    expected: "a string or a URL",
    remedy: "Pass an address such as ws://localhost:4321/lab/close-empty.",
  },
  {
    name: "options.WebSocket",
    value: options.WebSocket,
    fits: isFunction,
    expected: "a WebSocket constructor",
    remedy: "Pass globalThis.WebSocket, or that of a library.",
  },
  {
    name: "options.signal",
    value: options.signal,
    fits: orAbsent(isSignal),
    expected: "an AbortSignal",
    remedy: "Pass the signal of an AbortController, not the controller.",
  },
  {
    name: "options.now",
    value: options.now,
    fits: orAbsent(isFunction),
    expected: "a function that gives milliseconds",
    remedy: "Pass () => performance.now(), or leave it out.",
  },
  {
    name: "options.onEvent",
    value: options.onEvent,
    fits: orAbsent(isFunction),
    expected: "a function",
    remedy: "Pass (event) => { … }, or leave it out.",
  },
  {
    name: "options.onDrop",
    value: options.onDrop,
    fits: orAbsent(isFunction),
    expected: "a function",
    remedy: "Pass () => { … }, or leave it out.",
  },
];

/** Throws a TypeError where `observe()` is misused; it names the argument, the expected type and the remedy. */
export function assertObserveArguments(url: unknown, options: unknown): void {
  for (const { name, value, fits, expected, remedy } of rules(url, Object(options))) {
    if (!fits(value)) {
      throw new TypeError(`observe() got ${nameOf(value)} for ${name}; expected ${expected}. ${remedy}`);
    }
  }
}

function nameOf(value: unknown): string {
  if (typeof value !== "object" || value === null)
    return typeof value === "string" ? JSON.stringify(value) : String(value);
  return `an object of class ${value.constructor?.name ?? "Object"}`;
}
