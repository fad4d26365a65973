import { type ChangedLines, type MarkedLine, type Told, told } from "./changed-lines.ts";
import { commonIndent, window } from "./line-window.ts";
import { codeText, html, type Markup } from "./markup.ts";
import { REPORT } from "./report-words.ts";

/** Longer lines, of minified files, are cut around what changes in them. */
const LONGEST_LINE = 300;

/** A row of the diff: what stood there and what stands there now. */
interface Row {
  readonly before?: Told;
  readonly after?: Told;
}

/** The old lines and the new ones side by side, what goes and what comes marked. */
export function diffMarkup(blocks: readonly ChangedLines[]): Markup {
  const lines = blocks.map(withAround);
  const indent = commonIndent(lines.flat().map(({ line }) => line.text));
  const rows = lines.map(
    (each) =>
      html`<tbody>${rowsOf(each).map((row) => html`<tr>${side(row.before, "before", indent)}${side(row.after, "after", indent)}</tr>`)}</tbody>`,
  );
  return html`<table class="diff"><colgroup><col class="number"><col><col class="number"><col></colgroup><thead><tr><th scope="col" colspan="2">${REPORT.before}</th><th scope="col" colspan="2">${REPORT.after}</th></tr></thead>${rows}</table>`;
}

/** The lines of a block, those around it included. */
function withAround(block: ChangedLines): Told[] {
  const { line, endLine, around = {} } = block;
  const same = (text: string | undefined, number: number): Told[] =>
    text === undefined ? [] : [{ kind: "same", line: { text, marks: [] }, number }];
  return [...same(around.before, line - 1), ...told(block), ...same(around.after, endLine + 1)];
}

/** Removed lines stand beside the added lines that follow them. */
function rowsOf(lines: readonly Told[]): Row[] {
  const rows: Row[] = [];
  let open = 0;
  for (const line of lines) {
    if (line.kind === "same") rows.push({ before: line, after: line });
    if (line.kind === "removed") rows.push({ before: line });
    const row = line.kind === "added" ? rows[open] : undefined;
    if (row) rows[open++] = { ...row, after: line };
    else if (line.kind === "added") rows.push({ after: line });
    if (line.kind === "same" || (line.kind === "added" && !row)) open = rows.length;
  }
  return rows;
}

function side(told: Told | undefined, name: "before" | "after", indent: number): Markup {
  if (!told) return html`<td class="number empty"></td><td class="empty"></td>`;
  const number = name === "before" && told.number !== undefined ? told.number : "";
  const sign = { same: "", removed: "−", added: "+" }[told.kind];
  // What both sides have stands once where they are one below the other.
  const again = told.kind === "same" && name === "after" ? " again" : "";
  return html`<td class="number${again}">${number}${sign}</td><td class="${told.kind}${again}"><code>${marked(told, indent)}</code></td>`;
}

function marked({ kind, line }: Told, indent: number): Markup[] {
  const { text, marks }: MarkedLine = window(line, indent, LONGEST_LINE);
  const parts: Markup[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    parts.push(codeText(text.slice(at, start)));
    const piece = codeText(text.slice(start, end));
    if (start < end) parts.push(kind === "removed" ? html`<del>${piece}</del>` : html`<ins>${piece}</ins>`);
    at = end;
  }
  return [...parts, codeText(text.slice(at))];
}
