import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findProgram } from "@wasclean/tools/find-program";

/** The folder of runtimes that only measuring needs: `npm ci --prefix packages/measure/engines`. */
const FOLDER = fileURLToPath(new URL("../../engines", import.meta.url));

/** The path of a program in that folder; `null` if it is not installed. */
export const findRuntime = (name: string) => findProgram([name], [join(FOLDER, "node_modules", ".bin")]);
