import { openChromium } from "./engine-page.ts";
import { testEngine } from "./test-engine.ts";

testEngine("chromium", openChromium);
