import { readFileSync } from "node:fs";
import { resolve } from "node:path";
// Its own TypeScript: the numbers of the syntax kinds differ between versions.
import { create, type Plugin, ts } from "@custom-elements-manifest/analyzer";
import type { ClassMember, CustomElement, Module, Package } from "custom-elements-manifest/schema";
import type TypeScript from "typescript";

const PLAYGROUND = resolve(import.meta.dirname, "../../../playground");

/** The modules to analyze, and the files of the published package that stand for them. */
const PUBLISHED: Record<string, string> = {
  "src/playground/close-event-playground.ts": "index.js",
  "src/define.ts": "define.js",
};
const EVENTS = { file: "src/run/playground-events.ts", type: "PlaygroundEventDetails" };
const STATE = { file: "src/run/shown-run.ts", type: "PlaygroundState" };

/**
 * The playground's custom-elements.json (https://github.com/webcomponents/custom-elements-manifest), from the comments
 * in its source.
 * @throws {Error} where something public has no description.
 */
export function toManifest(folder = PLAYGROUND): string {
  const parse = (file: string) =>
    ts.createSourceFile(file, readFileSync(resolve(folder, file), "utf8"), ts.ScriptTarget.ESNext, true);
  const events = readEvents(parse(EVENTS.file));
  const state = readState(parse(STATE.file));
  const plugin: Plugin = {
    name: "published",
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) toPublished(module, events, state);
    },
  };
  const manifest = create({ modules: Object.keys(PUBLISHED).map(parse), plugins: [plugin] });
  assertDescribed(manifest);
  return `${JSON.stringify({ ...manifest, schemaVersion: "2.1.0", readme: "README.md" }, null, 2)}\n`;
}

type Event = NonNullable<CustomElement["events"]>[number];

/** The element's events: the members of an interface, with their comments. The analyzer reads no types. */
function readEvents(source: TypeScript.SourceFile): Event[] {
  const details = source.statements.filter(ts.isInterfaceDeclaration).find(({ name }) => name.text === EVENTS.type);
  return (details?.members ?? []).filter(ts.isPropertySignature).map((member) => {
    const name = (member.name as TypeScript.StringLiteral).text;
    const [comment] = ts.getJSDocCommentsAndTags(member);
    const description = ts.getTextOfJSDocComment(comment?.comment) ?? "";
    return { name, type: { text: `CustomEvent<${EVENTS.type}["${name}"]>` }, description };
  });
}

/** The states, as the text of their union type. */
function readState(source: TypeScript.SourceFile): string {
  const alias = source.statements.filter(ts.isTypeAliasDeclaration).find(({ name }) => name.text === STATE.type);
  if (!alias) throw new Error(`custom-elements.json: ${STATE.file} has no type ${STATE.type}`);
  return alias.type.getText(source);
}

/** Names published files, and keeps what a user of the element can see. */
function toPublished(module: Module, events: Event[], state: string): void {
  module.path = toPublishedPath(module.path);
  for (const { declaration } of module.exports ?? []) {
    if (declaration.module) declaration.module = toPublishedPath(declaration.module);
  }
  for (const declaration of module.declarations ?? []) {
    const element = declaration as CustomElement;
    element.superclass = { name: "HTMLElement" };
    element.events = events;
    element.members = (element.members ?? []).filter(isPublic);
    for (const member of element.members) {
      if (member.kind === "field" && member.type?.text === STATE.type) member.type.text = state;
    }
  }
}

function toPublishedPath(path: string): string {
  const published = PUBLISHED[path.replace(/^\//, "")];
  if (published === undefined) throw new Error(`custom-elements.json: ${path} is not published; see PUBLISHED`);
  return published;
}

/** Private members begin with `#`; those that the element's own parts or the browser call are marked `@internal`. */
const isPublic = (member: ClassMember) => !member.name.startsWith("#") && !("internal" in member);

function assertDescribed({ modules }: Package): void {
  for (const declaration of modules.flatMap((module) => module.declarations ?? []) as CustomElement[]) {
    const { attributes = [], members = [], events = [], slots = [], cssProperties = [], cssParts = [] } = declaration;
    const all = [declaration, ...attributes, ...members, ...events, ...slots, ...cssProperties, ...cssParts];
    const silent = all.find(({ description }) => !description);
    if (silent) throw new Error(`custom-elements.json: ${silent.name} has no description in the playground's source`);
  }
}
