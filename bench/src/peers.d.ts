// As much of these peers as is used here, so that the types hold without the bench's own dependencies.

declare module "wtf_wikipedia" {
  export default function wtf(wikitext: string): unknown;
}

declare module "turndown" {
  interface Rule {
    filter: string;
    replacement(content: string, node: HTMLElement): string;
  }
  export default class TurndownService {
    constructor(options: { headingStyle: "atx"; codeBlockStyle: "fenced" });
    addRule(name: string, rule: Rule): this;
    turndown(html: string): string;
    escape(text: string): string;
  }
}
