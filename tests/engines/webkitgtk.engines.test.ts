import { openWebkitgtk } from "./engine-page.ts";
import { testEngine } from "./test-engine.ts";

testEngine("webkitgtk", openWebkitgtk);
