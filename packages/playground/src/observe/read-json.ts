/** The most bytes of an answer that are read: a lab's longest is a few tens of kilobytes. */
export const ANSWER_LIMIT = 1024 * 1024;

/** The chunks of a body as text. Throws after `limit` bytes; however it ends, the rest is not received. */
export async function* readChunks(body: ReadableStream<BufferSource> | null, limit: number): AsyncGenerator<string> {
  if (body === null) return;
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let left = limit;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      left -= value.byteLength;
      if (left < 0) throw new RangeError(`The answer is longer than ${limit} bytes.`);
      yield decoder.decode(value, { stream: true });
    }
  } finally {
    void reader.cancel().catch(() => {});
  }
}

/** Reads a body as JSON; throws where it is another format, or longer than `limit` bytes. */
export async function readJson({ body }: Pick<Response, "body">, limit = ANSWER_LIMIT): Promise<unknown> {
  const chunks: string[] = [];
  for await (const chunk of readChunks(body, limit)) chunks.push(chunk);
  return JSON.parse(chunks.join(""));
}
