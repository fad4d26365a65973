const LIGHT = `--page: #ffffff; --text: #1f2328; --quiet: #57606a; --line: #d0d7de; --box: #f6f8fa; --link: #0550ae;
  --rewrite: #a40e26; --joined: #116329; --review: #7d4e00; --union: #57606a; --removed: #ffebe9; --added: #dafbe1;
  --mark: #fff1b8; --removed-mark: #ffc1bc; --added-mark: #9be9a8; --focus: #0550ae; color-scheme: light;`;
const DARK = `--page: #0d1117; --text: #e6edf3; --quiet: #9da7b1; --line: #3d444d; --box: #161b22; --link: #79c0ff;
  --rewrite: #ff9492; --joined: #7ee787; --review: #f2cc60; --union: #9da7b1; --removed: #3c1618; --added: #12301b;
  --mark: #4d3b00; --removed-mark: #7a2225; --added-mark: #1f5e30; --focus: #79c0ff; color-scheme: dark;`;

/**
 * The style sheet of the HTML report: light and dark, side by side on a wide screen and one below the other on a narrow
 * one, a page for each site on paper.
 */
export const STYLE = `
:root { ${LIGHT} }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
:root[data-theme="light"] { ${LIGHT} }
:root[data-theme="dark"] { ${DARK} }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0 auto; max-width: 76rem; padding: 0 1rem 3rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
header { display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; justify-content: space-between; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; } h3 { font-size: 1rem; margin: 1.2rem 0 0.3rem; }
p { margin: 0.3rem 0; } ul { margin: 0.3rem 0; padding-left: 1.3rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
code { font: 0.875em/1.5 ui-monospace, monospace; }
p code, li code { background: var(--box); padding: 0.1em 0.25em; border-radius: 4px; }
button, select { font: inherit; color: inherit; background: var(--box); border: 1px solid var(--quiet);
  border-radius: 6px; padding: 0.25rem 0.7rem; max-width: 100%; }
form { display: flex; flex-wrap: wrap; gap: 0.5rem 1.2rem; align-items: end; margin: 0.8rem 0; }
fieldset { border: 1px solid var(--line); border-radius: 6px; display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; }
form > label { display: grid; max-width: 100%; } form > label:last-of-type { flex: 0 1 26rem; min-width: 8rem; } form select { width: 100%; }
table { border-collapse: collapse; max-width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.2rem 0.6rem; border: 1px solid var(--line); }
th { background: var(--box); font-weight: 600; }
article { border-top: 2px solid var(--line); margin-top: 2rem; }
.verdict { font-weight: 700; white-space: nowrap; }
.verdict.rewrite { color: var(--rewrite); } .verdict.review { color: var(--review); }
.verdict.already-union { color: var(--union); }
.undecided { border: 2px solid var(--review); border-radius: 6px; padding: 0.3rem 0.8rem; margin: 0.8rem 0; }
.undecided p { font-weight: 600; }
.rule, .place { color: var(--quiet); font-weight: 400; }
summary { cursor: pointer; } summary h2 { display: inline; line-height: 2; }
.decisions { border: 2px solid var(--review); border-radius: 6px; padding: 0 0.8rem 0.5rem; margin: 0.8rem 0; }
.question { display: block; border: 0; margin: 0.4rem 0 0; padding: 0; min-width: 0; } legend { padding: 0; }
.choices { list-style: none; padding: 0; } .choices label { display: flex; gap: 0.6rem; align-items: baseline; }
.choices b { min-width: 2rem; } .choices li:last-child label, .remark { color: var(--quiet); } .choices input { margin: 0; }
.remark { display: flex; gap: 0.6rem; } .growing { display: grid; flex: 1; }
.growing::after { content: attr(data-text) " "; visibility: hidden; white-space: pre-wrap; }
.growing textarea, .growing::after { grid-area: 1 / 1; font: inherit; padding: 0.1rem 0.4rem; border: 1px solid var(--quiet); border-radius: 6px; }
textarea { width: 100%; resize: none; overflow: hidden; color: var(--text); background: var(--page); } #result { overflow: auto; }
.bar { position: sticky; top: 0; z-index: 1; background: var(--page); border-bottom: 1px solid var(--line); padding: 0.4rem 0; }
.bar { display: flex; flex-wrap: wrap; gap: 0.3rem 1rem; align-items: center; } #answers { display: contents; }
html { scroll-padding-top: 4rem; }
@media (max-height: 30rem) { .bar { position: static; } }
.decisions code { background: var(--box); padding: 0.1em 0.25em; border-radius: 4px; }
table.excerpt { width: 100%; table-layout: fixed; } table.excerpt td, table.excerpt th { border-width: 0 1px; border-color: var(--line); border-style: solid; }
table.excerpt td code { white-space: pre-wrap; tab-size: 4; } table.excerpt .number { font-size: 0.875rem; color: var(--quiet); white-space: nowrap; }
table.excerpt thead { border: 1px solid var(--line); } table.excerpt { border: 1px solid var(--line); } table.excerpt .note { font-size: 0.875rem; } col.note { width: 30%; }
table.excerpt .sink { background: var(--box); font-weight: 600; } table.excerpt .gap td { border-top: 3px double var(--line); }
mark { background: var(--mark); color: inherit; border-radius: 3px; }
.neighbours { display: flex; gap: 1rem; } .fingerprint { color: var(--quiet); font-size: 0.875rem; margin-top: 0.8rem; }
th { overflow-wrap: normal; } .overview td:nth-child(n + 3) { white-space: nowrap; }
.overview { font-size: 0.9375rem; }
.diff { width: 100%; table-layout: fixed; border: 1px solid var(--line); }
col.number { width: 4.2rem; }
.diff td { border-width: 0 1px; white-space: pre-wrap; tab-size: 4; }
.diff td.number { text-align: right; font-size: 0.875rem; color: var(--quiet); border-right-width: 0; white-space: nowrap; }
.diff .removed { background: var(--removed); } .diff .added { background: var(--added); }
.diff .empty { background: var(--box); }
.diff tbody + tbody { border-top: 3px double var(--line); }
del, ins { text-decoration: none; border-radius: 3px; }
del { background: var(--removed-mark); } ins { background: var(--added-mark); }
.flows { display: flex; flex-wrap: wrap; gap: 0 1rem; }
.flow { margin: 0.5rem 0; flex: 1 1 18rem; border: 1px solid var(--line); border-radius: 6px; padding: 0.5rem 0.8rem; }
.flow figcaption { font-weight: 600; }
.flow ol { list-style: none; padding: 0; margin: 0.4rem 0; display: grid; gap: 0.3rem; }
.flow ol > li { border: 1px solid var(--quiet); border-radius: 6px; padding: 0.2rem 0.6rem; background: var(--page); }
.flow ol > li + li::before { content: "\\2193\\00a0" / ""; color: var(--quiet); }
.flow .union { border: 2px solid var(--joined); } .flow .alone { border-style: dashed; }
@media (max-width: 48rem) {
  html { scroll-padding-top: 6rem; } .bar { gap: 0.3rem 0.4rem; } .bar button { font-size: 0.875rem; padding: 0.2rem 0.45rem; }
  .diff, .diff tbody, table.excerpt, table.excerpt tbody { display: block; width: 100%; }
  .diff tr, table.excerpt tr { display: grid; grid-template-columns: 3.4rem minmax(0, 1fr); }
  .diff colgroup, .diff thead, .diff td.empty, .diff td.again, table.excerpt colgroup, table.excerpt thead, table.excerpt .note:empty { display: none; }
  .diff td, table.excerpt td { border-width: 0 1px; padding: 0.1rem 0.4rem; min-width: 0; }
  table.excerpt .number { text-align: right; overflow-wrap: anywhere; white-space: normal; } table.excerpt .note { grid-column: 2; }
  table.excerpt .note::before { content: "\\2191\\00a0" / ""; } table.excerpt .note { color: var(--quiet); }
  .example { font-size: 0.85rem; } .example th, .example td { padding: 0.2rem 0.3rem; overflow-wrap: anywhere; min-width: 3.4rem; }
  .example thead th { overflow-wrap: normal; }
  .overview, .overview tbody, .overview tr { display: block; } .overview thead { display: none; }
  .overview tr { border: 1px solid var(--line); margin-bottom: 0.4rem; padding: 0.2rem 0.5rem; }
  .overview td { display: inline-block; border: 0; padding: 0 0.6rem 0 0; max-width: 100%; } .overview td:nth-child(2) { display: block; }
  .overview td:last-child::before { content: "decision needed: "; }
}
@media print {
  :root, :root[data-theme] { ${LIGHT} }
  form, .bar, button, #count, .outcome, .neighbours, .choices li.answering, .remark:not(:has([data-text])) { display: none; }
  @page { margin: 10mm; }
  body { max-width: none; padding: 0; font-size: 8pt; line-height: 1.25; } code { line-height: 1.2; }
  h1, h2 { font-size: 1.3em; } h3 { font-size: 1em; margin: 0.6em 0 0.1em; } p, ul, .flow, .flow ol { margin: 0.1em 0; }
  th, td, .flow, .flow ol > li { padding: 0.1em 0.5em; } .flow { flex-basis: 12rem; } .flows { gap: 0.4rem; } .example { font-size: 1em; }
  .flow ul, .flow ul li { display: inline; padding: 0; margin: 0 0 0 0.4em; } .flow ul li + li::before { content: "+ "; }
  main { display: flex; flex-direction: column; } article { order: 1; break-before: page; border: 0; margin: 0; } summary { list-style: none; } mark { print-color-adjust: exact; }
  .fingerprint { margin: 0; } h3 { break-after: avoid; } tr, figure { break-inside: avoid; }
  del, ins, .diff td { print-color-adjust: exact; }
}
`;
