/** A fenced block of code. */
export interface CodeBlock {
  readonly language: string;
  readonly text: string;
  /** What the comment right before the block says, as `<!-- example: … -->`. */
  readonly mark: string | undefined;
  /** The headings above the block, outermost first. */
  readonly headings: readonly string[];
}

export interface Table {
  /** The headings above the table, outermost first. */
  readonly headings: readonly string[];
  readonly columns: readonly string[];
  /** The cells of each row, as written, with `\|` as `|`. */
  readonly rows: readonly (readonly string[])[];
}

/** As much of a Markdown file as the tests of one look at. */
export interface Markdown {
  readonly headings: readonly string[];
  readonly blocks: readonly CodeBlock[];
  readonly tables: readonly Table[];
  /** The text without its code blocks and comments. */
  readonly prose: string;
}

export function readMarkdown(text: string): Markdown {
  const blocks: CodeBlock[] = [];
  const tables: { headings: string[]; columns: string[]; rows: string[][] }[] = [];
  const titles: string[] = [];
  const prose: string[] = [];
  let above: string[] = [];
  let mark: string | undefined;
  let fence: { indent: number; language: string; lines: string[] } | undefined;
  let table: (typeof tables)[number] | undefined;

  for (const line of text.split("\n")) {
    const fenced = /^( *)```(\w*)$/.exec(line);
    if (fence) {
      const { indent, language, lines } = fence;
      if (!fenced) lines.push(line.slice(indent));
      else {
        blocks.push({ language, text: lines.map((each) => `${each}\n`).join(""), mark, headings: above });
        fence = undefined;
        mark = undefined;
      }
      continue;
    }
    if (fenced) {
      fence = { indent: (fenced[1] ?? "").length, language: fenced[2] ?? "", lines: [] };
      continue;
    }
    const comment = /^<!-- (.*) -->$/.exec(line);
    if (comment) mark = comment[1];
    else if (line.trim() !== "") mark = undefined;
    if (comment) continue;
    const heading = /^(#+) (.*)$/.exec(line);
    if (heading) {
      const [, level = "", title = ""] = heading;
      titles.push(title);
      above = [...above.slice(0, level.length - 1), title];
    }
    if (!line.startsWith("|")) table = undefined;
    else if (!table) {
      table = { headings: above, columns: cellsOf(line), rows: [] };
      tables.push(table);
    } else if (!/^[|\s:-]+$/.test(line)) table.rows.push(cellsOf(line));
    prose.push(line);
  }
  return { headings: titles, blocks, tables, prose: prose.join("\n") };
}

function cellsOf(row: string): string[] {
  return row
    .slice(1)
    .split(/(?<!\\)\|/)
    .slice(0, -1)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));
}

/** The text of a cell that is nothing but code. */
export function codeOf(cell: string): string | undefined {
  return /^(`+)(.*)\1$/.exec(cell)?.[2];
}

/** What links to some headings of one page end in, after the `#`: as GitHub makes it, which numbers those that recur. */
export function anchorsOf(headings: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return headings.map((heading) => {
    const anchor = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-");
    const count = counts.get(anchor) ?? 0;
    counts.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  });
}

/** Where the links and pictures of a text lead to, as written. */
export const linksOf = (prose: string): string[] =>
  [...prose.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = ""]) => target);

/** The two sides of a difference without line numbers, file names and hunks. */
export function sidesOf(diff: string): { before: string; after: string } {
  const side = (other: string) =>
    diff
      .split("\n")
      .filter((line) => !line.startsWith(other))
      .map((line) => line.slice(1))
      .join("\n");
  return { before: side("+"), after: side("-") };
}
