/** Styles of the first results, and styles that the panels of the second part share. */
export const detailsStyles = `
.lazy { display: contents; }
.panel { container-type: inline-size; }
.sequence, .recording { grid-column: 1 / -1; }
.recording .field { margin-block-start: 1rem; }
.label { padding-block: .75rem; font-size: .875rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0 1.25rem; align-items: baseline; }
dt { font-family: var(--_mono); font-size: .875rem; color: var(--_quiet); }
.value { font-family: var(--_mono); }
.empty { font-style: italic; font-family: inherit; color: var(--_quiet); }
.meaning { grid-column: 2; margin-block-end: 1rem; max-inline-size: 40ch; }
ol { font-size: .875rem; display: grid; grid-template-columns: max-content 1fr; column-gap: 1rem; }
ol li { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; align-items: baseline; padding-block: .4rem; border-block-start: 1px solid var(--_line); }
ol li:first-child { border-block-start: 0; padding-block-start: 0; }
.time { text-align: end; color: var(--_quiet); white-space: nowrap; font-family: var(--_mono); font-size: .8125rem; }
.name { font-weight: 600; white-space: nowrap; }
.words { grid-column: 2; }
@container (inline-size > 26rem) {
  ol { grid-template-columns: max-content max-content 1fr; }
  .words { grid-column: 3; }
}
.verdict { margin-block-end: 1rem; overflow-wrap: anywhere; }
.note + table { margin-block-start: 1rem; }
table { inline-size: 100%; border-collapse: collapse; font-size: .875rem; }
th, td { text-align: start; vertical-align: baseline; padding: .45rem .75rem .45rem 0; border-block-end: 1px solid var(--_line); overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-inline-end: 0; }
thead th { font-weight: 400; color: var(--_quiet); }
tbody th { overflow-wrap: normal; font-weight: 400; font-family: var(--_mono); color: var(--_quiet); }
.agrees, .differs { display: block; font-size: .8125rem; }
.agrees { color: var(--_accent); }
.differs { inline-size: fit-content; padding-inline: .4rem; font-weight: 600; color: var(--_background); background: var(--_text); border-radius: 2px; }
.citations { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin-block-start: 1rem; font-size: .875rem; }
@media (forced-colors: active) { .differs { border: 1px solid; } }
@media print {
  .form, .tools { display: none; }
  .results { display: block; }
  .scroll { overflow: visible; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  .differs { color: inherit; background: none; border: 1px solid; }
}
`;
