import { failure, hex, type Row, SECOND } from "./row.ts";

/** See `implementations.test.ts`. */
export const brokenFrameRows = {
  "frame-rsv1": [failure("c10472737631", ["server frame 1 rsv4 4"])],
  "frame-opcode-3": [failure("8300", ["server frame 3 0"])],
  "frame-opcode-11": [failure("8b00", ["server frame 11 0"])],
  "ping-fragmented": [failure("0900", ["server frame 9 more 0"])],
  "ping-126": [failure(`897e007e${"78".repeat(126)}`, ["server frame 9 126"])],
  "masked-text": [
    failure("818637fa213d5a9b5256529e", ["server frame 1 masked 6"]),
    { sends: "818637fa213d5a9b5256529e", ends: "after the client", log: ["server frame 1 masked 6", ...SECOND] },
  ],
  "masked-close": [failure("888237fa213d3412", ['server frame 8 masked 2 1000 ""'])],
  "continuation-alone": [failure("8005616c6f6e65", ["server frame 0 5"])],
  "message-in-message": [failure("01056f75746572" + "8105696e6e6572", ["server frame 1 more 5", "server frame 1 5"])],
  "length-not-minimal": [failure("817e000568656c6c6f", ["server frame 1 5"])],
  "length-top-bit": [failure("817f800000000000000568656c6c6f", ["server bytes 15"])],
  "length-huge": [failure("827f0000010000000000", ["server bytes 10"])],
  "text-not-utf8": [failure("8102c328", ["server frame 1 2"], "03ef")],
  "http-after-handshake": [failure(hex("HTTP/1.1 400 Bad Request\r\n\r\n"), ["server bytes 28"])],
} satisfies Record<string, Row[]>;
