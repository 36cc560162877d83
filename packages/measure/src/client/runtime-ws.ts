import { WebSocket } from "ws";

Object.assign(globalThis, { WebSocket });
await import("./runtime.ts");
