/** The largest message that a handler takes, in bytes, inflated: the tests send up to 8 MiB that must arrive. */
export const MAX_TEST_MESSAGE_BYTES = 16 * 1024 * 1024;

/** The most fragments of one message. */
export const MAX_TEST_FRAGMENTS = 1_024;
