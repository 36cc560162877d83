/**
 * How long the answer to an opening handshake travels before FIN or RST may follow it, in milliseconds: an RST may throw
 * away what the peer's system has received and its program not yet read (RFC 9293 §3.10.7.4), and a FIN that comes with
 * the answer makes engines race with themselves over the `open` event.
 */
export const HEAD_START_MS = 100;
