import { expect, test } from "vitest";
import { textOfType } from "../../src/find/text-of.ts";
import { OPEN, TEXT } from "../../src/find/text-types.ts";
import { readCode } from "../../src/parse/code.ts";
import type { Node } from "../../src/parse/tree.ts";

/** What the targets of the assignments in a text can hold, by their names. */
function typesIn(source: string): Record<string, number> {
  const code = readCode(source, "a.ts");
  const found: Record<string, number> = {};
  code.tree.walk(code.tree.program, (node: Node) => {
    if (node.type === "AssignmentExpression")
      found[source.slice(node.left.start ?? 0, node.left.end ?? 0)] = textOfType(code, node.left);
    return undefined;
  });
  return found;
}

test("a field that begins with what a function gives is of the type that the function is declared to give", () => {
  const source = `const qualify = (names: string): string => names;
function maybe(names: string): string | undefined { return names; }
const untold = (names: string) => names;
class Desk {
  asked = qualify("base");
  last = maybe("base");
  other = untold("base");
  keep(scope: string) { this.asked = scope; this.last = scope; this.other = scope; }
}`;
  const types = typesIn(source);
  expect(types["this.asked"]).toBe(TEXT);
  expect(types["this.last"]).not.toBe(TEXT);
  expect((types["this.last"] ?? 0) & TEXT).toBe(TEXT);
  expect(types["this.other"]).toBe(OPEN);
});
