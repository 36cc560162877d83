/** The largest message that a handler accepts, in inflated bytes: tests send up to 8 MiB. */
export const MAX_TEST_MESSAGE_BYTES = 16 * 1024 * 1024;

/** The most fragments of one message. */
export const MAX_TEST_FRAGMENTS = 1_024;
