/**
 * Milliseconds between the answer to an opening handshake and a FIN or RST: an RST may discard bytes that the peer's
 * system has received and its program has not read yet (RFC 9293 §3.10.7.4), and a FIN that arrives with the answer
 * makes the `open` event a matter of chance in some engines.
 */
export const HEAD_START_MS = 100;
