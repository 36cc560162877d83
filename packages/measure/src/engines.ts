import type { Engine } from "./engine.ts";
import { chromium, firefox } from "./engines/puppeteer.ts";
import { RUNTIMES } from "./engines/runtimes.ts";
import { webkitgtk } from "./engines/webkitgtk.ts";
import { workerd } from "./engines/workerd.ts";

/** Every engine that can be measured. */
export const ENGINES: readonly Engine[] = [chromium, firefox, webkitgtk, ...RUNTIMES, workerd];
