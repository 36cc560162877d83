import { CloseEventPlayground } from "./playground/close-event-playground.ts";

declare global {
  interface HTMLElementTagNameMap {
    "close-event-playground": CloseEventPlayground;
  }
}

// A page may load two bundles of this; the first one wins.
if (!customElements.get("close-event-playground")) {
  customElements.define("close-event-playground", CloseEventPlayground);
}
