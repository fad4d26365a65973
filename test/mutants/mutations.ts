import { parse } from "@babel/parser";
import type * as t from "@babel/types";
import type { Edit } from "../../src/model/site.ts";

/** A small fault put into a source file. */
export interface Mutation extends Edit {
  /** What is done: `=== to !==`. */
  readonly name: string;
  readonly line: number;
}

const OPERATORS: Readonly<Record<string, string>> = {
  "===": "!==",
  "!==": "===",
  "<": ">=",
  ">": "<=",
  "<=": ">",
  ">=": "<",
  "&&": "||",
  "||": "&&",
};

/** Methods that ask the opposite. */
const METHODS: Readonly<Record<string, string>> = { some: "every", every: "some", find: "findLast", findLast: "find" };

/** All mutations of a TypeScript file, one by one, in the order of the text. Types have none. */
export function mutationsOf(source: string): Mutation[] {
  const { program } = parse(source, { sourceType: "module", plugins: ["typescript"], attachComment: false });
  const mutations: Mutation[] = [];
  const add = (name: string, start: number, end: number, text: string) => {
    const line = source.slice(0, start).split("\n").length;
    mutations.push({ name, start, end, text, line });
  };
  visit(program, (node) => {
    const [start, end] = [node.start ?? 0, node.end ?? 0];
    const textOf = (part: t.Node) => source.slice(part.start ?? 0, part.end ?? 0);
    switch (node.type) {
      case "BinaryExpression":
      case "LogicalExpression": {
        const other = OPERATORS[node.operator];
        const at = source.indexOf(node.operator, node.left.end ?? 0);
        if (other) add(`${node.operator} to ${other}`, at, at + node.operator.length, other);
        break;
      }
      case "IfStatement":
        add("condition negated", node.test.start ?? 0, node.test.end ?? 0, `!(${textOf(node.test)})`);
        if (leaves(node.consequent))
          add("early exit removed", node.consequent.start ?? 0, node.consequent.end ?? 0, "{}");
        break;
      case "ConditionalExpression":
      case "WhileStatement":
        add("condition negated", node.test.start ?? 0, node.test.end ?? 0, `!(${textOf(node.test)})`);
        break;
      case "UnaryExpression":
        if (node.operator === "!") add("! removed", start, end, `(${textOf(node.argument)})`);
        break;
      case "BooleanLiteral":
        add(`${node.value} to ${!node.value}`, start, end, String(!node.value));
        break;
      case "NumericLiteral":
        add(`${node.value} to ${node.value === 0 ? 1 : 0}`, start, end, node.value === 0 ? "1" : "0");
        break;
      case "StringLiteral":
        add(`"${node.value}" to another text`, start, end, JSON.stringify(`${node.value} mutated`));
        break;
      case "ExpressionStatement":
        add("statement removed", start, end, ";");
        break;
      case "CallExpression": {
        const { callee } = node;
        const isMember = callee.type === "MemberExpression" || callee.type === "OptionalMemberExpression";
        if (!isMember || callee.property.type !== "Identifier") break;
        const other = METHODS[callee.property.name];
        const property = callee.property;
        if (other) add(`${property.name} to ${other}`, property.start ?? 0, property.end ?? 0, other);
        break;
      }
    }
  });
  return mutations.sort((a, b) => a.start - b.start || a.end - b.end);
}

const EXITS = ["ReturnStatement", "ContinueStatement", "BreakStatement", "ThrowStatement"];

function leaves(statement: t.Statement): boolean {
  const last = statement.type === "BlockStatement" ? statement.body.at(-1) : statement;
  return last !== undefined && EXITS.includes(last.type);
}

/** Every node but those of types, imports and names of properties. */
function visit(node: t.Node, enter: (node: t.Node) => void): void {
  if (/^(?:TS(?!NonNull|As|Satisfies)|Import|Export(?:All)|Directive)/.test(node.type)) return;
  enter(node);
  for (const [key, value] of Object.entries(node)) {
    if (key === "key" || key === "source") continue;
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, enter);
  }
}

function isNode(value: unknown): value is t.Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
