/** Ends a handler whose connection is over, or must be closed with `code`. */
export class Stop extends Error {
  /** The status code; `null` for no Close frame. */
  readonly code: number | null;

  constructor(code: number | null) {
    super(code === null ? "The connection is over" : `The connection must be closed with ${code}`);
    this.code = code;
  }
}
