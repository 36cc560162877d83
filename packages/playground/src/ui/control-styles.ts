/** The form: fields, buttons, status. */
export const controlStyles = `
.form,.tools > *{padding:var(--_pad)}
.choice,fieldset,.field{display:grid;gap:1.25rem}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr));gap:1rem 1.5rem}
.field{gap:.3rem;align-content:start}
legend,label{font-size:.875rem;font-weight:600;padding:0}
legend{margin-block-end:.75rem}
input,select,button{font:inherit;min-block-size:2.75rem;padding:.4rem .7rem;border-radius:4px;max-inline-size:100%;color:var(--_text);background:var(--_field);border:1px solid var(--_field-line)}
input,select{inline-size:100%}
input{font-family:var(--_mono)}
[aria-invalid="true"]{border:2px solid var(--_text)}
.problem{font-size:.875rem;font-weight:600}
.problem::before{content:"✗ " / ""}
.actions{display:flex;flex-wrap:wrap;align-items:center;gap:.75rem;margin-block:1.5rem}
button{padding-inline:1.25rem;cursor:pointer}
button:hover{border-color:var(--_text)}
.primary{color:var(--_on-accent);background:var(--_accent)}
[aria-disabled="true"]{color:var(--_quiet);background:none;border-style:dashed}
[role="status"]{color:var(--_quiet);overflow-wrap:anywhere}
@media (forced-colors:active){[aria-disabled="true"]{color:GrayText}}
`;
