import type { DetailsPanel } from "./details-panel.ts";
import { element } from "./element.ts";
import { noteOf } from "./panel.ts";

/** A panel with the styles that it needs. */
export interface LoadedPanel {
  panel: DetailsPanel;
  styles: string;
}

/** A panel whose code is loaded when a run first needs it; until then, and for other runs, nothing of it is there. */
export function createLazyPanel(
  load: () => Promise<LoadedPanel>,
  isNeeded: (...shown: Parameters<DetailsPanel["show"]>) => boolean,
  adopt: (styles: string) => void,
): DetailsPanel {
  const place = element("div", { class: "lazy", hidden: true });
  let panel: DetailsPanel | null = null;
  let isLoading = false;
  let last: Parameters<DetailsPanel["show"]> | null = null;

  const update = () => {
    place.hidden = last === null || !isNeeded(...last);
    if (panel === null) return;
    if (place.hidden || last === null) panel.clear();
    else panel.show(...last);
  };
  const begin = async () => {
    isLoading = true;
    try {
      const loaded = await load();
      panel = loaded.panel;
      adopt(loaded.styles);
      place.replaceChildren(panel.element);
    } catch {
      isLoading = false; // another run is another try
      place.replaceChildren(noteOf("A part of this view could not be loaded."));
    }
    update();
  };
  return {
    element: place,
    show(...shown) {
      last = shown;
      update();
      if (!place.hidden && !isLoading) void begin();
    },
    clear() {
      last = null;
      update();
    },
  };
}
