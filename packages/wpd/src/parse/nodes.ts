/** The nodes of a page's wikitext at the level of templates. Offsets are UTF-16 code units into the source. */

/** A stretch of the source, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** Plain wikitext, including brackets that open or close nothing. */
export interface TextNode extends Span {
  type: "text";
}

/** `<!-- … -->`; an unclosed comment is text. */
export interface CommentNode extends Span {
  type: "comment";
}

/** An extension tag with everything up to its closing tag, e.g. `<nowiki>…</nowiki>`. Its content is not parsed. */
export interface ExtensionNode extends Span {
  type: "extension";
  /** In lower case. */
  name: string;
  /** The attributes, as written. */
  attributes: Span;
  /** The content between the tags; empty in a tag that closes itself. */
  inner: Span;
}

/** One argument of a template or one part of a link: the stretch between two pipes. */
export interface Part extends Span {
  /** The name before the first `=`, trimmed; `null` in a positional argument. Only templates have names. */
  name: string | null;
  /** Where the value begins: after the `=`, or at `start`. */
  valueStart: number;
  /** The nodes of name and value together, covering the part without a gap. */
  children: Node[];
}

/** `{{name|argument|name=argument}}`. */
export interface TemplateNode extends Span {
  type: "template";
  /** The first part is the name. */
  parts: Part[];
}

/** `{{{name|default}}}`. */
export interface ParameterNode extends Span {
  type: "parameter";
  parts: Part[];
}

/** `[[target|label]]`. */
export interface LinkNode extends Span {
  type: "link";
  parts: Part[];
}

/** `{| … |}` inside an argument: its pipes separate no arguments. */
export interface TableNode extends Span {
  type: "table";
  parts: Part[];
}

/** A node with parts. */
export type BranchNode = TemplateNode | ParameterNode | LinkNode | TableNode;
/** Any node. */
export type Node = TextNode | CommentNode | ExtensionNode | BranchNode;
