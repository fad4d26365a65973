import type * as t from "@babel/types";
import type { OutsideFacts } from "../model/facts.ts";
import type { Range } from "../model/site.ts";
import { Answers } from "./answers.ts";
import { Bindings } from "./bindings.ts";
import { Lines } from "./lines.ts";
import { parseFile } from "./parse.ts";
import { type Node, Tree } from "./tree.ts";

/** One file, parsed, with what can be asked of it. */
export interface Code {
  readonly source: string;
  readonly path: string;
  readonly typescript: boolean;
  readonly comments: readonly t.Comment[];
  readonly tree: Tree;
  readonly bindings: Bindings;
  readonly lines: Lines;
  /** What has been found out about it so far. */
  readonly answers: Answers;
  /** What is known of the file from outside of it, if anything is. */
  readonly facts?: OutsideFacts;
}

/**
 * Parses a file.
 *
 * @param source the raw text
 * @param path used for its extension
 * @param facts what is known of the file from outside of it
 * @throws {import("./syntax-error.ts").SourceSyntaxError} when the file does not parse
 */
export function readCode(source: string, path: string, facts?: OutsideFacts): Code {
  const { program, comments, typescript } = parseFile(source, path);
  const tree = new Tree(program);
  return {
    source,
    path,
    typescript,
    comments,
    tree,
    bindings: new Bindings(tree, source),
    lines: new Lines(source),
    answers: new Answers(),
    ...(facts && { facts }),
  };
}

/** The range of a node. */
export const rangeOf = (node: Node): Range => ({ start: node.start ?? 0, end: node.end ?? 0 });

/** The source text of a node. */
export const textOf = (code: Code, node: Node): string => code.source.slice(node.start ?? 0, node.end ?? 0);
