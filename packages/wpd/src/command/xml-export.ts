import sax from "sax";
import { type ExportedPage, ExportReader } from "./export-reader.ts";
import { checkEncoding } from "./to-page-source.ts";

/** Allows only XML's own five entities. */
const OPTIONS: sax.SAXOptions & { strictEntities: boolean } = { strictEntities: true };

/** Reads an export as a stream, one page at a time. Throws an InputError with its line if the XML is not well-formed. */
export async function* readXmlExport(chunks: AsyncIterable<Buffer>): AsyncGenerator<ExportedPage> {
  const parser = sax.parser(true, OPTIONS);
  const reader = new ExportReader(() => parser.line + 1);
  connect(parser, reader);
  let isFirst = true;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const feed = (bytes: Buffer | null) => {
    try {
      if (isFirst && bytes) checkEncoding(bytes);
      isFirst = false;
      const text = bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
      if (text !== "") parser.write(text);
      if (bytes === null) parser.close();
      if (bytes === null) reader.end();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ERR_ENCODING_INVALID_ENCODED_DATA")
        reader.fail("the XML is not UTF-8");
      // The parser also throws the errors that it has reported.
      else if (reader.problem === null) throw error;
    }
    if (reader.problem !== null) throw reader.problem;
    return reader.pages.splice(0);
  };
  for await (const chunk of chunks) yield* feed(chunk);
  yield* feed(null);
}

function connect(parser: sax.SAXParser, reader: ExportReader): void {
  parser.onopentag = (tag) => reader.open(tag as sax.Tag);
  parser.onattribute = ({ name }) => {
    // The parser asks the attributes themselves for this method.
    if (name === "hasOwnProperty") Reflect.deleteProperty(parser.tag.attributes, name);
    reader.attribute();
  };
  parser.ontext = parser.oncdata = (text) => reader.add(text);
  parser.onclosetag = () => reader.close();
  // An export has no DOCTYPE; the entities that one can declare are only used for attacks.
  parser.ondoctype = () => reader.fail("not a MediaWiki export: it has a DOCTYPE");
  parser.onerror = ({ message }) =>
    reader.fail(`the XML is cut off or not well-formed: ${message.split("\n")[0]?.toLowerCase()}`);
}
