import { CloseEventPlayground } from "./playground/close-event-playground.ts";

declare global {
  interface HTMLElementTagNameMap {
    "close-event-playground": CloseEventPlayground;
  }
}

// A page may load this twice, from two bundles; the first one counts.
if (!customElements.get("close-event-playground")) {
  customElements.define("close-event-playground", CloseEventPlayground);
}
