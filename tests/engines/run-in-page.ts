import type { ObservedEvent } from "@wasclean/playground";
import type { ConnectionRecord } from "@wasclean/schema";

/** What one run through the element reported. */
export interface PageRun {
  events: ObservedEvent[];
  record: ConnectionRecord | null;
  /** The words in which the element compares the end with the specifications. */
  verdict: string;
}

/**
 * Chooses an ending, clicks Connect, and waits for the end, for what the lab saw, and for the verdict. It goes to the
 * browser as text, so it uses nothing but its arguments and the page.
 */
export async function runInPage(ending: string, code: string | null): Promise<PageRun> {
  await customElements.whenDefined("close-event-playground");
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
  const readVerdict = () => playground.shadowRoot?.querySelector("[part~=verdict]")?.textContent ?? "";
  // The comparison is loaded after the first run, and shown in the turn after the record.
  for (let tries = 0; tries < 100 && readVerdict() === ""; tries++) await new Promise((done) => setTimeout(done, 50));
  const verdict = readVerdict();
  playground.remove();
  return { events: [...events], record, verdict };
}
