/** The paths of the web-platform-tests' handlers, and of one example of pywebsocket: `/cookie`. */
export const HANDLER_PATHS = [
  "/basic_auth",
  "/cookie",
  "/delayed-passive-close",
  "/echo",
  "/echo-cookie",
  "/echo-query",
  "/echo-query_v13",
  "/echo_close_data",
  "/echo_exit",
  "/echo_raw",
  "/empty-message",
  "/handshake_no_extensions",
  "/handshake_no_protocol",
  "/handshake_protocol",
  "/handshake_sleep_2",
  "/invalid",
  "/origin",
  "/passive-close-abort",
  "/protocol",
  "/protocol_array",
  "/receive-backpressure",
  "/receive-many-with-backpressure",
  "/referrer",
  "/remote-close",
  "/send-backpressure",
  "/set-cookie",
  "/set-cookie-secure",
  "/set-cookie_http",
  "/simple_handshake",
  "/sleep_10_v13",
  "/wrong_accept_key",
] as const;

/** The path of a handler. */
export type HandlerPath = (typeof HANDLER_PATHS)[number];

const PATHS: ReadonlySet<string> = new Set(HANDLER_PATHS);

/** The path of the handler that a request's target names, with or without a query; `null` for any other target. */
export function toHandlerPath(target: string): HandlerPath | null {
  const [path = ""] = target.split("?", 1);
  return PATHS.has(path) ? (path as HandlerPath) : null;
}
