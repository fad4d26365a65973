import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "@babel/parser";
import type { Node } from "@babel/types";
import { VISITOR_KEYS } from "@babel/types";
import { expect, test } from "vitest";
import { FUNCTIONS } from "../../src/find/library/functions.ts";
import { METHODS } from "../../src/find/library/methods.ts";

const SOURCE = fileURLToPath(new URL("../../src", import.meta.url));
const NAMES = [...METHODS.keys(), ...[...FUNCTIONS.keys()].filter((name) => !name.includes("."))];
/** What a pattern for anything matches as well. */
const OTHER_NAMES = ["zebra", "Zebra", "x1"];

const isList = (names: readonly string[]) => names.filter((name) => NAMES.includes(name)).length > 1;

/** The names of methods among which a pattern, a switch, a Set or a list chooses. */
function namesIn(node: Node): readonly string[] {
  const text = (each: Node | null | undefined) => (each?.type === "StringLiteral" ? [each.value] : []);
  switch (node.type) {
    case "RegExpLiteral": {
      const pattern = new RegExp(node.pattern, node.flags.replace(/[gy]/g, ""));
      return OTHER_NAMES.some((name) => pattern.test(name)) ? [] : NAMES.filter((name) => pattern.test(name));
    }
    case "SwitchStatement":
      return node.cases.flatMap(({ test }) => text(test));
    case "ArrayExpression":
      return node.elements.flatMap(text);
    default:
      return [];
  }
}

function listsIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    const names = namesIn(node);
    if (isList(names)) found.push(`${file.slice(0, -3)}: ${names[0]}`);
    for (const key of VISITOR_KEYS[node.type] ?? []) {
      const child = (node as unknown as Record<string, Node | (Node | null)[] | null | undefined>)[key];
      for (const each of Array.isArray(child) ? child : [child]) if (each) visit(each);
    }
  };
  visit(parse(readFileSync(`${SOURCE}/${file}`, "utf8"), { sourceType: "module", plugins: ["typescript"] }).program);
  return found;
}

const FILES = ["find", "judge"].flatMap((room) =>
  readdirSync(`${SOURCE}/${room}`, { recursive: true, encoding: "utf8" })
    .map((file) => `${room}/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".ts") && !file.includes("/library/")),
);

test("what a method of the language does is told by the library alone", () => {
  expect(FILES.length).toBeGreaterThan(100);
  expect(FILES.flatMap(listsIn)).toEqual([]);
});
