import type { CompatData } from "@mdn/browser-compat-data/types";
import type { Archive, Page } from "@wasclean/schema";
import type { features } from "web-features";

/** The package `@mdn/browser-compat-data`. */
export type BrowserCompatData = {
  data: CompatData;
  /** An SPDX identifier. */
  license: string;
};

/** The package `web-features`. */
export type WebFeatures = {
  features: typeof features;
  version: string;
  /** An SPDX identifier. */
  license: string;
};

/** A wiki page: its record, its text, and the archive that it is from. */
export type WikiPage = { page: Page; wikitext: string; archive: Archive };
