import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@babel/parser";
import type * as t from "@babel/types";
import { ROOT } from "../packages/fetch.ts";

/** A regular expression of ours. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** The file from the repository's root, with slashes, and the line. */
  readonly place: string;
}

/** Where the code is that users run. */
const ROOMS = ["src", "transforms", "action"];

/** The regular expressions that the code is written with, and the places where it makes one of a text. */
export function writtenExpressions(): { readonly literals: Expression[]; readonly made: string[] } {
  const literals: Expression[] = [];
  const made: string[] = [];
  for (const file of ROOMS.flatMap(filesOf)) {
    const { program } = parse(readFileSync(join(ROOT, file), "utf8"), {
      sourceType: "module",
      plugins: ["typescript"],
    });
    for (const node of nodesOf(program)) {
      const place = `${file}:${node.loc?.start.line}`;
      if (node.type === "RegExpLiteral") literals.push({ source: node.pattern, flags: node.flags, place });
      const callee = node.type === "NewExpression" || node.type === "CallExpression" ? node.callee : undefined;
      if (callee?.type === "Identifier" && callee.name === "RegExp") made.push(place);
    }
  }
  return { literals, made };
}

function filesOf(room: string): string[] {
  const names = readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" });
  return names.filter((name) => /\.[cm]?[jt]s$/.test(name)).map((name) => `${room}/${name.replaceAll("\\", "/")}`);
}

function* nodesOf(value: unknown): Generator<t.Node> {
  if (typeof value !== "object" || value === null) return;
  if ("type" in value && "loc" in value) yield value as t.Node;
  for (const [key, part] of Object.entries(value)) if (key !== "loc") yield* nodesOf(part);
}
