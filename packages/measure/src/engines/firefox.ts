import { fromPuppeteer } from "../drivers/from-puppeteer.ts";
import type { Engine } from "../engine.ts";

/** Debian's Firefox. */
export const engine: Engine = fromPuppeteer(
  { id: "firefox", name: "Firefox", remedy: "On Debian: apt-get install firefox-esr; or set FIREFOX_PATH." },
  ["firefox-esr", "firefox"],
  {
    browser: "firefox",
    // Otherwise a failure delays the next connection to the same host, which would distort measured times.
    extraPrefsFirefox: { "network.websocket.delay-failed-reconnects": false },
  },
);
