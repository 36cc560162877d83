/** The sequence diagram, live or as text. It takes `--_accent`, `--_background`, `--_field-line`, `--_mono`, `--_quiet` and `--_text` from around it. */
export const sequenceStyles = `
.sequence-diagram { display: block; max-inline-size: 100%; block-size: auto; margin: 0 auto 1rem; color: var(--_text); font-family: var(--_mono); }
.sequence-diagram .small { fill: var(--_quiet); }
.sequence-diagram .life { stroke: var(--_field-line); }
.said { font-style: italic; }
.sequence-diagram .ring { fill: var(--_background); }
.cross { stroke-width: 2; }
.is-close { color: var(--_accent); }
.is-close .title { font-weight: 600; }
.is-close .shaft { stroke-width: 1.75; }
.sequence details { margin-block-start: 1rem; font-size: .875rem; }
.sequence summary { cursor: pointer; inline-size: fit-content; margin-block-end: .75rem; }
@media (prefers-reduced-motion: no-preference) {
  .sequence-diagram .row { animation: appear .4s; }
  @keyframes appear { from { opacity: 0; } }
}
@media (forced-colors: active) { .sequence-diagram { --_accent: CanvasText; --_background: Canvas; --_field-line: CanvasText; --_quiet: CanvasText; --_text: CanvasText; } }
`;
