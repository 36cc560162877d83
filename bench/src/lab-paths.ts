/** The server closes with 1000 as soon as the connection is there. */
export const CLOSING_PATH = "/lab/server-close-1000";
/** The server waits for the client's Close frame. */
export const WAITING_PATH = "/lab/client-close-echo";
