/** The fields of a workspace package.json that are used here; its entries name sources. */
export interface SourceManifest {
  name: string;
  version: string;
  exports: Record<string, string>;
  bin?: Record<string, string>;
  sideEffects?: boolean | string[];
  dependencies?: Record<string, string>;
  [key: string]: unknown;
}
