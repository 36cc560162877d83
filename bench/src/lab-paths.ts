/** The path at which the server closes with 1000 as soon as the connection is open. */
export const CLOSING_PATH = "/lab/server-close-1000";
/** The path at which the server waits for the client's Close frame. */
export const WAITING_PATH = "/lab/client-close-echo";
