import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { type CodeBlock, readMarkdown, sidesOf, type Table } from "./markdown.ts";

/** The absolute path of a file of the repository. */
export const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const readText = (path: string): string => readFileSync(root(path), "utf8");

export const README = readMarkdown(readText("README.md"));

/** The tables below a heading. */
export function tablesUnder(heading: string): readonly Table[] {
  const found = README.tables.filter((table) => table.headings.includes(heading));
  expect(found, `tables under ${heading}`).not.toEqual([]);
  return found;
}

/** The blocks after a comment `<!-- kind: … -->`. */
export const marked = (kind: string): readonly CodeBlock[] =>
  README.blocks.filter(({ mark }) => mark?.startsWith(`${kind}: `));

/** The one block after the comment `<!-- mark -->`. */
export function blockOf(mark: string): CodeBlock {
  const [block, ...others] = README.blocks.filter((each) => each.mark === mark);
  if (!block || others.length > 0) throw new Error(`README has ${block ? "several blocks" : "no block"} ${mark}`);
  return block;
}

/** Both sides of an example; one that is no difference stays as it is. */
export function exampleFor(file: string): { before: string; after: string } {
  const block = marked("example").find(({ mark = "" }) => mark.split(" ")[1] === file);
  if (!block) throw new Error(`README has no example ${file}`);
  return block.language === "diff" ? sidesOf(block.text) : { before: block.text, after: block.text };
}
