import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { addAbortSignal, type Readable } from "node:stream";
import { decompress, peek } from "./byte-stream.ts";
import { InputError } from "./input-error.ts";
import { type ExportOptions, listExport } from "./list-export.ts";
import { listFile, listFolder } from "./list-folder.ts";
import { type Listed, MAX_SOURCE_BYTES } from "./listed-page.ts";
import { checkSize } from "./to-page-source.ts";

/** An input to list pages from. */
export interface Input extends ExportOptions {
  /** A file, a folder, or `-`. */
  path: string;
  /** The stream that is read for `-`. */
  stdin: Readable;
  /** The slug of a single page. */
  title: string | null;
  signal: AbortSignal;
}

/** Lists the entries of an input. Throws an InputError if there is nothing to read. */
export async function* listInput(input: Input): AsyncGenerator<Listed> {
  if (input.path === "-") {
    yield* listStream(input);
    return;
  }
  const info = await stat(input.path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") throw new InputError("no such file or folder");
    throw error;
  });
  if (info.isDirectory()) yield* listFolder(input.path);
  else if (/\.xml(?:\.gz|\.bz2)?$/i.test(input.path)) {
    const file = addAbortSignal(input.signal, createReadStream(input.path));
    yield* listExport(decompress(await peek(file)), input);
  } else if (/\.(?:7z|zip|xz|zst)$/i.test(input.path)) {
    throw new InputError("this compression is not supported; unpack it first (.gz and .bz2 need no unpacking)");
  } else yield listFile(input.path, input.title);
}

/** Lists standard input: an export, compressed or not, or one page. */
async function* listStream(input: Input): AsyncGenerator<Listed> {
  const { head, chunks } = await peek(decompress(await peek(addAbortSignal(input.signal, input.stdin))));
  // A page can begin with a tag as well.
  if (/^\s*<(?:\?xml|mediawiki)\b/.test(new TextDecoder().decode(head))) {
    yield* listExport(chunks, input);
    return;
  }
  if (input.title === null) throw new InputError("name the page: --title <its path on the wiki>");
  const bytes = await readAll(chunks);
  const page = { slug: input.title, path: input.title, label: input.title, place: input.store.add(bytes) };
  yield { type: "page", page, facts: null };
}

async function readAll(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const read: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_SOURCE_BYTES) checkSize(size);
    read.push(chunk);
  }
  return Buffer.concat(read);
}
