/** Styles of the actions. */
export const actionsStyles = `
.tools > * { border-block-start: 1px solid var(--_line); display: grid; gap: 1rem; }
.tools button, .more button { justify-self: start; }
.more { font-size: .875rem; }
summary { cursor: pointer; padding-block: .5rem; }
.more > div { display: grid; gap: 1rem; padding-block: 1rem; }
.row { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; }
.run-list { display: grid; gap: .25rem; }
.run-list button { inline-size: 100%; text-align: start; overflow-wrap: anywhere; }
[aria-current="true"] { border-color: var(--_accent); box-shadow: inset 3px 0 var(--_accent); }
textarea { inline-size: 100%; font: .9375rem/1.5 var(--_mono); color: var(--_text); background: var(--_field); border: 1px solid var(--_field-line); }
.refusal p { border-inline-start: 3px solid var(--_text); padding-inline-start: .75rem; }
@media (forced-colors: active) { [aria-current="true"] { outline: 2px solid Highlight; } }
`;
