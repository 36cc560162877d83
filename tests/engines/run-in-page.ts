import type { ObservedEvent } from "@wasclean/playground";
import type { ConnectionRecord } from "@wasclean/schema";

/** What one run through the element gave. */
export interface PageRun {
  events: ObservedEvent[];
  record: ConnectionRecord | null;
}

/**
 * Chooses an ending, clicks Connect, and waits for the end and for what the lab saw. It goes to the browser as text, so
 * it uses nothing but its arguments and the page.
 */
export async function runInPage(ending: string, code: string | null): Promise<PageRun> {
  document.querySelector("close-event-playground")?.remove();
  const playground = document.createElement("close-event-playground");
  playground.setAttribute("ending", ending);
  playground.setAttribute("lab", "/lab/");
  if (code !== null) playground.setAttribute("code", code);
  const next = <T extends "wasclean:end" | "wasclean:record">(type: T) =>
    new Promise<HTMLElementEventMap[T]["detail"]>((resolve) => {
      playground.addEventListener(type, (event) => resolve(event.detail), { once: true });
    });
  const both = Promise.all([next("wasclean:end"), next("wasclean:record")]);
  document.querySelector("main")?.append(playground);
  playground.shadowRoot?.querySelector<HTMLElement>("[part~=connect-button]")?.click();
  const [{ events }, { record }] = await both;
  playground.remove();
  return { events: [...events], record };
}
