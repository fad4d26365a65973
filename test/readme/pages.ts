import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { type CodeBlock, linksOf, type Markdown, readMarkdown, sidesOf, type Table } from "./markdown.ts";

/** A page of the documentation. */
export interface Page extends Markdown {
  /** From the repository's root, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** The absolute path of a file of the repository. */
export const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const readText = (path: string): string => readFileSync(root(path), "utf8");

/** Reads a page by its path from the repository's root. */
export function pageAt(path: string): Page {
  const text = readText(path);
  return { path, text, ...readMarkdown(text) };
}

const inDocs = readdirSync(root("docs"))
  .filter((name) => name.endsWith(".md"))
  .sort()
  .map((name) => `docs/${name}`);

export const README = pageAt("README.md");

/** README and the pages in `docs/` that are written by hand, as reports are not. */
export const PAGES: readonly Page[] = [
  README,
  ...inDocs.filter((path) => !path.startsWith("docs/report-")).map((path) => pageAt(path)),
];

/** Every page that links to others. */
export const LINKING_PAGES: readonly Page[] = [
  ...PAGES,
  ...inDocs.filter((path) => path.startsWith("docs/report-")).map((path) => pageAt(path)),
  ...["ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"].map((path) => pageAt(path)),
];

/** The tables of a page below a heading, or all of them. */
export function tablesOf(path: string, heading?: string): readonly Table[] {
  const { tables } = pageAt(path);
  const found = tables.filter((table) => heading === undefined || table.headings.includes(heading));
  expect(found, `tables of ${path}${heading ? ` under ${heading}` : ""}`).not.toEqual([]);
  return found;
}

/** The blocks of all pages after a comment `<!-- kind: … -->`. */
export const marked = (kind: string): readonly CodeBlock[] =>
  PAGES.flatMap(({ blocks }) => blocks.filter(({ mark }) => mark?.startsWith(`${kind}: `)));

/** The one block of all pages after the comment `<!-- mark -->`. */
export function blockOf(mark: string): CodeBlock {
  const [block, ...others] = PAGES.flatMap(({ blocks }) => blocks.filter((each) => each.mark === mark));
  if (!block || others.length > 0) throw new Error(`The pages have ${block ? "several blocks" : "no block"} ${mark}`);
  return block;
}

/** What a link of a page leads to in the repository. */
export interface Target {
  /** The link, as written. */
  readonly link: string;
  /** From the repository's root, with slashes. */
  readonly file: string;
  /** What stands after the `#`. */
  readonly anchor: string | undefined;
}

/** What a page links to in the repository. */
export const targetsOf = ({ path, prose }: Page): Target[] =>
  linksOf(prose)
    .filter((link) => !/^https?:/.test(link))
    .map((link) => {
      const [file = "", anchor] = link.split("#");
      return { link, file: file === "" ? path : join(dirname(path), file), anchor };
    });

/** What a shell is told on some pages, line by line. */
export const commandsOf = (pages: readonly Page[]): readonly string[] =>
  pages.flatMap(({ blocks }) =>
    blocks.filter(({ language }) => language === "sh").flatMap(({ text }) => text.trim().split("\n")),
  );

/** Both sides of an example; one that is no difference stays as it is. */
export function exampleFor(file: string): { before: string; after: string } {
  const block = marked("example").find(({ mark = "" }) => mark.split(" ")[1] === file);
  if (!block) throw new Error(`The pages have no example ${file}`);
  return block.language === "diff" ? sidesOf(block.text) : { before: block.text, after: block.text };
}
