import { expect, test } from "vitest";
import { readCode } from "../../src/parse/code.ts";
import { type AroundMention, mayBeAssigned, mayBeText, mayBeWritten } from "../../src/parse/mention-text.ts";
import { endOf, type Node, startOf } from "../../src/parse/tree.ts";
import { discoverFixtures } from "../fixtures/discover.ts";

const WRITES = `
let a, b, c, o = {};
a = 1; a += 1; a -= 1; a *= 1; a /= 1; a %= 1; a **= 1; a <<= 1; a >>= 1; a >>>= 1; a &= 1; a |= 1; a ^= 1;
a &&= 1; a ||= 1; a ??= 1; a++; a--; ++a; --a; ++ a; (a) = 1; ((a)) = 1; a
= 1; a /* c */ = 1; a // c
= 1; ++ /* c */ a; ++
a; ++ // c
a;
[a, b] = [b, a]; [a = 1, ...b] = []; ({ a, b: c, ...o } = {}); ({ a = 1, b: [c = 2] } = {});
for (a of []); for (a in {}); for ([a, b] of []);
o.a = 1; o["a"] = 1; o[\`a\`] = 1; o?.a; o . a = 1; o.a /* c */ = 1; (o.a) = 1; o["a" /* c */] = 1; o.a
= 1; o.a += 1; o.a &&= 1; o.a ||= 1; o.a ??= 1; o.a **= 1; o.a >>>= 1; o["a"]
= 1;
`;
const TYPED = "let a: any, o: any; a! = 1; a!++; (a as any) = 1; o.a! = 1; o!.a = 1; (o.a as any) = 1; (<any>o.a) = 1;";

const SOURCES = [
  { text: WRITES, file: "writes.mjs" },
  { text: TYPED, file: "writes.ts" },
  ...discoverFixtures().fixtures.map(({ input, inputFile }) => ({ text: input, file: inputFile })),
];

test.each<[string, AroundMention, (node: Node, parents: readonly Node[]) => Node | undefined]>([
  ["variables that are written", mayBeWritten, writtenVariable],
  ["members that are assigned", mayBeAssigned, assignedName],
  ["texts", mayBeText, (node) => (node.type === "StringLiteral" ? node : undefined)],
])("the text around rules out none of the %s", (_, around, nameIn) => {
  const wrong: string[] = [];
  let count = 0;
  for (const { text, file } of SOURCES) {
    const code = readCode(text, file);
    code.tree.walk(code.tree.program, (node) => {
      const name = nameIn(node, [...code.tree.ancestors(node)]);
      if (!name) return undefined;
      const isQuoted = name.type === "StringLiteral" || name.type === "TemplateLiteral";
      const [start, end] = isQuoted ? [startOf(name) + 1, endOf(name) - 1] : [startOf(name), endOf(name)];
      if (!around(text, start, end)) wrong.push(`${file}: ${text.slice(start - 10, end + 10)}`);
      count++;
      return undefined;
    });
  }
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(30);
});

test("it rules out what is read", () => {
  const around = (rule: AroundMention, source: string) => rule(source, source.indexOf("a"), source.indexOf("a") + 1);
  for (const read of [";a.b = 1", ";a(1)", ";a[0] = 1", ";a == b", ";a ? b : c", ";a?.b", ";a && b", ";a < b", ";a;"])
    expect(around(mayBeWritten, read), read).toBe(false);
  for (const read of [".a == b", ".a => b", ".a.b = c", ".a()", ".a, b = c", '["a"].b = c'])
    expect(around(mayBeAssigned, read), read).toBe(false);
  for (const other of ["'a b'", "`a`", ".a", "'a\""]) expect(around(mayBeText, other), other).toBe(false);
});

/** A name that an assignment, an update, a pattern or a loop writes to. */
function writtenVariable(node: Node, parents: readonly Node[]): Node | undefined {
  if (node.type !== "Identifier") return undefined;
  let child: Node = node;
  for (const parent of parents) {
    const isPart =
      /Pattern$|^RestElement$|^ParenthesizedExpression$|^TS(?:As|NonNull|Satisfies)|^TSTypeAssertion/.test(
        parent.type,
      ) ||
      (parent.type === "ObjectProperty" && parent.value === child);
    if (parent.type === "UpdateExpression") return node;
    if (/^(?:AssignmentExpression|For(?:In|Of)Statement)$/.test(parent.type))
      return "left" in parent && parent.left === child ? node : undefined;
    if (!isPart || (parent.type === "AssignmentPattern" && parent.left !== child)) return undefined;
    child = parent;
  }
  return undefined;
}

/** What names a member that is just what an assignment writes to. */
function assignedName(node: Node): Node | undefined {
  const target = node.type === "AssignmentExpression" ? node.left : undefined;
  if (target?.type !== "MemberExpression") return undefined;
  const { property } = target;
  if (property.type === "PrivateName") return property.id;
  return property.type === "Identifier" || property.type === "StringLiteral" || property.type === "TemplateLiteral"
    ? property
    : undefined;
}
