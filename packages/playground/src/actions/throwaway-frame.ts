import type { SocketConstructor } from "../observe/observe.ts";
import { wait } from "../observe/wait.ts";

/** A page inside this one. */
export interface ThrowawayFrame {
  WebSocket: SocketConstructor;
  document: Document;
  remove(): void;
}

/** Milliseconds that an empty frame gets to load. */
const TIMEOUT = 2000;

/** Opens an empty, hidden page of this page's origin; with `isForbidden` its policy forbids every connection. Rejects where this page may not reach into it, as in a sandbox. */
export async function openFrame(parent: Node, isForbidden: boolean): Promise<ThrowawayFrame> {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.tabIndex = -1;
  frame.title = "A page that is thrown away";
  const timer = new AbortController();
  frame.onload = () => timer.abort();
  parent.appendChild(frame);
  await wait(TIMEOUT, timer.signal);
  const { contentDocument, contentWindow } = frame;
  if (contentDocument === null || contentWindow === null) {
    frame.remove();
    throw new Error("this page may not reach into a page of its own.");
  }
  if (isForbidden) {
    const meta = contentDocument.createElement("meta");
    meta.httpEquiv = "Content-Security-Policy";
    meta.content = "connect-src 'none'";
    contentDocument.head.append(meta);
  }
  const { WebSocket } = contentWindow as unknown as { WebSocket: SocketConstructor };
  return { WebSocket, document: contentDocument, remove: () => frame.remove() };
}
