import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";

/** The element as one file for pages of any site. */
export interface EmbedScript {
  /** ES module, minified. */
  code: string;
  /** For the `integrity` attribute: https://www.w3.org/TR/sri-2/ */
  integrity: string;
  /** Bytes as sent with gzip. */
  bytes: number;
}

let script: Promise<EmbedScript> | undefined;

/** The file for other sites, made once per build, so that file and hash agree. */
export function embedScript(): Promise<EmbedScript> {
  script ??= bundle();
  return script;
}

async function bundle(): Promise<EmbedScript> {
  const { gzipSync } = await import("node:zlib");
  const playground = dirname(createRequire(join(process.cwd(), "package.json")).resolve("@wasclean/playground/define"));
  const { outputFiles } = await build({
    entryPoints: [join(playground, "define.ts")],
    bundle: true,
    minify: true,
    // The lazy part is included: the hash in the tag does not cover what a script loads later.
    splitting: false,
    format: "esm",
    target: "es2022",
    write: false,
    legalComments: "none",
    logLevel: "error",
  });
  const code = outputFiles[0]?.text ?? "";
  const integrity = `sha384-${createHash("sha384").update(code).digest("base64")}`;
  return { code, integrity, bytes: gzipSync(code, { level: 9 }).length };
}
