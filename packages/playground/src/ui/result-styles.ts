/** The results as far as they are there from the beginning; the rest comes with what fills them. */
export const resultStyles = `
.results{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:1px;border-block-start:1px solid var(--_line)}
.panel,.label{outline:1px solid var(--_line);padding:var(--_pad);min-inline-size:0;overflow-wrap:anywhere}
.label{grid-column:1 / -1}
h3{font-size:.8125rem;color:var(--_quiet);margin-block-end:1rem}
.code{font-size:2.75rem;line-height:1.1}
`;
