import { openFirefox } from "./engine-page.ts";
import { testEngine } from "./test-engine.ts";

testEngine("firefox", openFirefox);
