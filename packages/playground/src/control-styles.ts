/** The two forms: fields, buttons, status. */
export const controlStyles = `
form { padding: clamp(1rem, 4vw, 1.75rem); }
form + form { border-block-start: 1px solid var(--_line); }
.choice, fieldset { display: grid; gap: 1.25rem; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); gap: 1rem 1.5rem; }
.field { display: grid; gap: .3rem; align-content: start; }
legend, label { font-size: .875rem; font-weight: 600; }
legend { padding: 0; margin-block-end: .75rem; }
fieldset label { font-weight: 400; }
input, select, button { font: inherit; font-size: 1rem; min-block-size: 2.75rem; border-radius: 4px; max-inline-size: 100%; }
input, select {
  inline-size: 100%; padding: .4rem .7rem;
  color: var(--_text); background: var(--_field); border: 1px solid var(--_field-line);
}
select { text-overflow: ellipsis; }
input { font-family: var(--_mono); font-size: .9375rem; }
input::placeholder { color: var(--_quiet); opacity: 1; }
input[aria-invalid] { border-width: 2px; border-color: var(--_text); }
.problem { font-size: .875rem; font-weight: 600; overflow-wrap: anywhere; }
.problem::before { content: "✗ " / ""; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem; margin-block-start: 1.5rem; }
button {
  padding: .4rem clamp(.75rem, 4vw, 1.25rem); cursor: pointer; justify-self: start;
  color: var(--_text); background: var(--_background); border: 1px solid var(--_field-line);
  transition: background-color .12s, border-color .12s;
}
button:hover { border-color: var(--_text); }
.primary { color: var(--_on-accent); background: var(--_accent); border-color: var(--_accent); font-weight: 600; }
.primary:hover { border-color: var(--_text); }
button[aria-disabled="true"] { color: var(--_quiet); background: none; border: 1px dashed var(--_line); cursor: default; font-weight: 400; }
.quiet { margin-block-start: .75rem; min-block-size: 2.25rem; font-size: .875rem; }
[role="status"] { color: var(--_quiet); font-size: .9375rem; }
[role="status"]::before { content: "○ " / ""; color: var(--_accent); }
[data-state="connecting"] [role="status"]::before { content: "◌ " / ""; }
[data-state="open"] [role="status"]::before { content: "● " / ""; }
[data-state="closed"] [role="status"]::before { content: "■ " / ""; }
.refusal:empty { margin-block-start: -1.25rem; }
.refusal p { border-inline-start: 3px solid var(--_text); padding-inline-start: .75rem; font-size: .9375rem; }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
@media (forced-colors: active) { button[aria-disabled="true"] { color: GrayText; border-color: GrayText; } }
`;
