/** The most bytes of UTF-8 that a reason may take: a control frame carries 125, two of them are the code ({@link https://www.rfc-editor.org/rfc/rfc6455#section-5.5 RFC 6455 §5.5}). */
export const REASON_LIMIT = 123;

const encoder = new TextEncoder();

/** The number of bytes that a text takes in UTF-8; a lone surrogate counts as U+FFFD, as `close()` sends it. */
export function utf8Length(text: string): number {
  return encoder.encode(text).length;
}
