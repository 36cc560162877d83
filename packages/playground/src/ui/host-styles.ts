/** The element as a whole: its colours, which a page may set, and its measure. Its own names begin with `_`, so that a page may pass in a property called `--accent` without a cycle. */
export const hostStyles = `
:host{
display:block;color-scheme:light dark;
--_accent:var(--wasclean-accent,light-dark(#0b635b,#74d0c3));
--_on-accent:var(--wasclean-on-accent,light-dark(#fff,#06211e));
--_text:var(--wasclean-text,light-dark(#1b1d1f,#e8e8e6));
--_quiet:var(--wasclean-quiet-text,light-dark(#5b6066,#a3a8ad));
--_background:var(--wasclean-background,light-dark(#fff,#16181b));
--_field:var(--wasclean-field,light-dark(#fafaf8,#1d2024));
--_line:var(--wasclean-line,light-dark(#dcdcd7,#34383e));
--_field-line:var(--wasclean-field-line,light-dark(#85898e,#767c84));
--_mono:var(--wasclean-mono-font,ui-monospace,monospace);
--_pad:clamp(1rem,4vw,1.75rem);
color:var(--_text);background:var(--_background);font:1rem/1.5 var(--wasclean-font,system-ui,sans-serif);text-align:start;border:1px solid var(--_line);border-radius:6px;overflow:clip}
:host([hidden]),[hidden]{display:none !important}
*{box-sizing:border-box}
h3,p,ol,ul,dl,dd,fieldset{margin:0;padding:0;border:0;min-inline-size:0;list-style:none}
a{color:var(--_accent)}
:focus-visible{outline:2px solid var(--_accent);outline-offset:2px}
.hint,.note,.meaning{color:var(--_quiet);font-size:.875rem}
`;
