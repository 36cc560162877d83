import { spawn } from "node:child_process";
import { Readable, type Transform } from "node:stream";
import { createGunzip } from "node:zlib";
import { InputError } from "./input-error.ts";

/** A stream of bytes, with its beginning. */
interface ByteStream {
  head: Buffer;
  chunks: AsyncIterable<Buffer>;
}

/** Reads at least `length` bytes, or all, as the head; the stream still begins with them. */
export async function peek(source: AsyncIterable<Buffer>, length = 1024): Promise<ByteStream> {
  const iterator = source[Symbol.asyncIterator]();
  const taken: Buffer[] = [];
  for (let size = 0; size < length; ) {
    const { value, done } = await iterator.next();
    if (done) break;
    taken.push(value);
    size += value.length;
  }
  const head = Buffer.concat(taken);
  async function* all() {
    if (head.length > 0) yield head;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head, chunks: all() };
}

/** Unpacks gzip and bzip2, recognized by their first bytes. Reading throws an InputError if the data is damaged. */
export function decompress({ head, chunks }: ByteStream): AsyncIterable<Buffer> {
  if (head[0] === 0x1f && head[1] === 0x8b) return gunzip(chunks);
  if (head.subarray(0, 3).toString("latin1") === "BZh") return bunzip2(chunks);
  return chunks;
}

async function* gunzip(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const packed = Readable.from(chunks);
  const unpacked: Transform = createGunzip();
  packed.on("error", (error) => unpacked.destroy(error)).pipe(unpacked);
  try {
    yield* unpacked;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith("Z_")) throw error;
    throw new InputError(`the gzip data is cut off or damaged (${message}); fetch it again, or try gzip --test`);
  } finally {
    packed.destroy();
  }
}

/** Runs the system's bzip2: Node has none, and the program is faster than the libraries for it. */
async function* bunzip2(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const child = spawn("bzip2", ["--decompress", "--stdout"], { stdio: ["pipe", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve, reject) => child.on("close", resolve).on("error", reject));
  ended.catch(() => {});
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(0, 1000);
  });
  const packed = Readable.from(chunks);
  // If the program ends early, its exit status says why.
  child.stdin.on("error", () => {});
  packed.on("error", (error) => child.stdout.destroy(error)).pipe(child.stdin);
  try {
    yield* child.stdout;
    if ((await ended) === 0) return;
    const reason = said.trim().split("\n")[0] ?? "";
    throw new InputError(`the bzip2 data is cut off or damaged (${reason}); fetch it again, or try bzip2 --test`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new InputError(
      "reading .bz2 needs the program bzip2, which is not installed; install it, or unpack the file elsewhere first",
    );
  } finally {
    packed.destroy();
    child.kill();
  }
}
