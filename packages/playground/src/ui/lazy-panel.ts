import type { DetailsPanel } from "./details-panel.ts";
import { element } from "./element.ts";
import { noteOf } from "./panel.ts";

type Shown = Parameters<DetailsPanel["show"]>;

/** A panel with the styles that it needs. */
export interface LoadedPanel {
  panel: DetailsPanel;
  styles: string;
}

/** A panel whose code is loaded when a run first needs it; before that, and for other runs, it is hidden. */
export class LazyPanel implements DetailsPanel {
  readonly element = element("div", { class: "lazy", hidden: true });
  readonly #load: () => Promise<LoadedPanel>;
  readonly #isNeeded: (...shown: Shown) => boolean;
  readonly #adopt: (styles: string) => void;
  #panel: DetailsPanel | null = null;
  #isLoading = false;
  #last: Shown | null = null;

  constructor(
    load: () => Promise<LoadedPanel>,
    isNeeded: (...shown: Shown) => boolean,
    adopt: (styles: string) => void,
  ) {
    this.#load = load;
    this.#isNeeded = isNeeded;
    this.#adopt = adopt;
  }

  show(...shown: Shown): void {
    this.#last = shown;
    this.#update();
    if (!this.element.hidden && !this.#isLoading) void this.#begin();
  }

  clear(): void {
    this.#last = null;
    this.#update();
  }

  async #begin(): Promise<void> {
    this.#isLoading = true;
    try {
      const { panel, styles } = await this.#load();
      this.#panel = panel;
      this.#adopt(styles);
      this.element.replaceChildren(panel.element);
    } catch {
      this.#isLoading = false; // the next run tries again
      this.element.replaceChildren(noteOf("A part of this view could not be loaded."));
    }
    this.#update();
  }

  #update(): void {
    this.element.hidden = this.#last === null || !this.#isNeeded(...this.#last);
    if (this.#panel === null) return;
    if (this.element.hidden || this.#last === null) this.#panel.clear();
    else this.#panel.show(...this.#last);
  }
}
