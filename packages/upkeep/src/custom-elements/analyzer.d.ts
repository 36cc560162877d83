import type { Package } from "custom-elements-manifest/schema";
import type TypeScript from "typescript";

// The package exports more than its types say.
declare module "@custom-elements-manifest/analyzer" {
  const ts: typeof TypeScript;
  function create(options: { modules: TypeScript.SourceFile[]; plugins: Plugin[] }): Package;
}
