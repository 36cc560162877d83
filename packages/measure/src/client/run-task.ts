import { observe, type SocketConstructor } from "@wasclean/playground/observe";
import type { ClientReport, Task, TaskStep } from "./task.ts";

/** Opens the connection, performs the client's steps, and watches until the `close` event or the time limit. `onEvent` is called with each event at once. */
export async function runTask(
  { url, subprotocols, steps, watchMs }: Task,
  onEvent: (event: ClientReport["events"][number]) => void = () => {},
): Promise<ClientReport> {
  const start = performance.now();
  const connection = observe(url, {
    WebSocket: globalThis.WebSocket as unknown as SocketConstructor,
    protocols: subprotocols.length > 0 ? subprotocols : undefined,
    onEvent(event) {
      onEvent(event);
      // A microtask, because steps need the observer that `observe()` returns.
      if (event.kind === "open") queueMicrotask(() => take(steps.filter((step) => !isEarly(step))));
    },
  });
  take(steps.filter(isEarly));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, watchMs);
  });
  await Promise.race([connection.done, timeUp]);
  clearTimeout(timer);
  // Wait a little longer, to catch an event after `close`.
  await new Promise((resolve) => setTimeout(resolve, 20));
  return { events: [...connection.events], elapsed: performance.now() - start };

  function take(some: TaskStep[]): void {
    for (const step of some) {
      if (step.do === "close") connection.close(step.code, step.reason);
      else if (step.do === "send-text") connection.send(step.text.repeat(step.times ?? 1));
      else connection.send(fromHexadecimal(step.bytes));
    }
  }
}

const isEarly = (step: TaskStep) => step.do === "close" && step.whileConnecting === true;

function fromHexadecimal(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
