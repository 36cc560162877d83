import { assertObserveArguments, type ObserveOptions } from "./observe-options.ts";
import { type ObservedConnection, Observer } from "./observer.ts";

export type { ObservableSocket, ObserveOptions, SocketConstructor } from "./observe-options.ts";
export type { MessageSummary, ObservedEvent, ObservedFact, ThrownException } from "./observed-event.ts";
export type { ObservedConnection } from "./observer.ts";
export type { MessageData } from "./summarize-message.ts";

/**
 * Opens one WebSocket connection and records it as an ordered list of events, with times in milliseconds since the call.
 * Throws a TypeError on misuse only; what the WebSocket throws becomes an event.
 */
export function observe(url: string | URL, options: ObserveOptions): ObservedConnection {
  assertObserveArguments(url, options);
  return new Observer(String(url), options);
}
