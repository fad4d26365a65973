import type { MarkedLine } from "./changed-lines.ts";
import type { ExcerptLine } from "./excerpt.ts";
import { codeText, html, type Markup } from "./markup.ts";
import { REPORT } from "./report-words.ts";

/** The code of a site, line by line, with its notes at the margin. */
export function excerptMarkup(lines: readonly ExcerptLine[]): Markup {
  const rows = lines.map(
    ({ label, line, notes, isSink, isBehindGap }) =>
      html`<tr class="${isSink ? "sink" : notes.length > 0 ? "noted" : "plain"}${isBehindGap ? " gap" : ""}"><td class="number">${label}</td><td><code>${marked(line)}</code></td><td class="note">${notes.join("; ")}</td></tr>`,
  );
  return html`<table class="excerpt"><colgroup><col class="number"><col><col class="note"></colgroup><thead><tr>${REPORT.excerpt.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
}

function marked({ text, marks }: MarkedLine): Markup[] {
  const parts: Markup[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    const from = Math.max(at, start);
    if (end <= from) continue;
    parts.push(codeText(text.slice(at, from)), html`<mark>${codeText(text.slice(from, end))}</mark>`);
    at = end;
  }
  return [...parts, codeText(text.slice(at))];
}
