import type * as t from "@babel/types";
import { isMember } from "../find/syntax.ts";
import type { Node } from "../parse/tree.ts";

/** How much of an expression is written out. What tells two sites apart stands near the top of them. */
const MOST_NODES = 400;

const CUT = "…";

/** What can stand behind a dot. */
const NAME = /^#?[\p{L}$_][\p{L}\p{N}$_]*$/u;

/** Keys of a node that hold no syntax, or types, which do not run. */
const LEFT_OUT = new Set([
  ...["type", "start", "end", "loc", "extra", "errors", "range"],
  ...["typeAnnotation", "typeParameters", "typeArguments", "superTypeParameters", "returnType", "predicate"],
  ...["accessibility", "declare", "definite", "implements", "override", "readonly", "optional"],
]);

/**
 * An expression in one spelling, made from the syntax tree: whatever a formatter may change (white space, comments,
 * parentheses, quotes, semicolons, trailing commas, the spelling of numbers, quoted keys) comes out the same. So do
 * casts and other types, since they do not run. For comparing and for people to read, not for compilers.
 *
 * @returns one line, in which what lies too far back is an ellipsis
 */
export function normalForm(node: Node): string {
  return new Printer().print(node, false);
}

/** The name of a property or member: the same for `scope`, `"scope"` and `["scope"]`; undefined for a computed one. */
export function keyName(key: Node, computed: boolean): string | undefined {
  switch (key.type) {
    case "Identifier":
      return computed ? undefined : key.name;
    case "PrivateName":
      return `#${key.id.name}`;
    case "StringLiteral":
      return key.value;
    case "NumericLiteral":
      return String(key.value);
    case "TemplateLiteral":
      return key.expressions.length === 0 ? (key.quasis[0]?.value.cooked ?? undefined) : undefined;
    default:
      return undefined;
  }
}

class Printer {
  #left = MOST_NODES;

  /** @param isPart whether the node stands in a larger expression */
  print(node: Node, isPart: boolean): string {
    if (this.#left-- <= 0) return CUT;
    const inner = (child: Node) => this.print(child, true);
    const list = (children: readonly (Node | null)[]) => this.#list(children);
    // Parentheses around every expression of several parts: how tightly operators bind need not be known.
    const compound = (text: string) => (isPart ? `(${text})` : text);
    switch (node.type) {
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSNonNullExpression":
      case "TSTypeAssertion":
      case "TSInstantiationExpression":
      case "TypeCastExpression":
      case "ParenthesizedExpression":
        return this.print(node.expression, isPart);
      case "Identifier":
        return node.name;
      case "ThisExpression":
        return "this";
      case "Super":
        return "super";
      case "PrivateName":
        return `#${node.id.name}`;
      case "StringLiteral":
        return JSON.stringify(node.value);
      case "NumericLiteral":
      case "BooleanLiteral":
        return String(node.value);
      case "BigIntLiteral":
        return `${BigInt(node.value)}n`;
      case "NullLiteral":
        return "null";
      case "RegExpLiteral":
        return `/${node.pattern}/${[...node.flags].sort().join("")}`;
      case "TemplateLiteral":
        return node.expressions.length === 0 ? JSON.stringify(node.quasis[0]?.value.cooked) : template(node, inner);
      case "TaggedTemplateExpression":
        return `${inner(node.tag)}${template(node.quasi, inner)}`;
      case "MemberExpression":
      case "OptionalMemberExpression": {
        const isEndOfChain = node.type === "MemberExpression" && node.object.type.startsWith("Optional");
        const object = isEndOfChain ? `(${inner(node.object)})` : inner(node.object);
        return object + access(node, inner);
      }
      case "CallExpression":
      case "OptionalCallExpression":
        return `${inner(node.callee)}${node.optional ? "?." : ""}(${list(node.arguments)})`;
      case "NewExpression": {
        const callee = inner(node.callee);
        return `new ${node.callee.type === "Identifier" ? callee : `(${callee})`}(${list(node.arguments)})`;
      }
      case "AssignmentExpression":
      case "BinaryExpression":
      case "LogicalExpression":
        return compound(`${inner(node.left)} ${node.operator} ${inner(node.right)}`);
      case "AssignmentPattern":
        return `${inner(node.left)} = ${inner(node.right)}`;
      case "UnaryExpression":
        // As minifiers write it.
        if (node.operator === "void" && node.argument.type === "NumericLiteral") return "undefined";
        return compound(`${node.operator}${/\w$/.test(node.operator) ? " " : ""}${inner(node.argument)}`);
      case "ConditionalExpression":
        return compound(`${inner(node.test)} ? ${inner(node.consequent)} : ${inner(node.alternate)}`);
      case "SequenceExpression":
        return compound(list(node.expressions));
      case "AwaitExpression":
        return compound(`await ${inner(node.argument)}`);
      case "SpreadElement":
      case "RestElement":
        return `...${inner(node.argument)}`;
      case "ArrayExpression":
      case "ArrayPattern":
        return `[${list(node.elements)}]`;
      case "ObjectExpression":
      case "ObjectPattern":
        return node.properties.length === 0 ? "{}" : `{ ${list(node.properties)} }`;
      case "ObjectProperty":
        return `${keyOf(node, inner)}: ${inner(node.value)}`;
      default:
        return `${node.type}(${this.#parts(node).join(", ")})`;
    }
  }

  #list(nodes: readonly (Node | null)[]): string {
    const texts: string[] = [];
    for (const node of nodes) {
      texts.push(node ? this.print(node, true) : "");
      if (this.#left <= 0) break;
    }
    return texts.join(", ");
  }

  /** Functions, classes and whatever else is no plain expression: the names of its parts and what they hold. */
  #parts(node: Node): string[] {
    const parts: string[] = [];
    for (const [key, value] of Object.entries(node)) {
      if (LEFT_OUT.has(key) || value === false || value === null || value === undefined) continue;
      const held = (Array.isArray(value) ? value : [value]).filter(isWritten);
      if (held.length === 0) continue;
      const nodes = held.filter(isNode);
      parts.push(`${key}: ${nodes.length > 0 ? this.#list(nodes) : held.map(plain).join(", ")}`);
    }
    return parts;
  }
}

/** Whether something has a share in what runs: formatters drop a lone semicolon, and types are not run. */
function isWritten(value: unknown): boolean {
  return !isNode(value) || (value.type !== "EmptyStatement" && !/^TS(?!ParameterProperty)/.test(value.type));
}

const plain = (value: unknown): string =>
  typeof value === "string" ? value.trim().replace(/\s+/g, " ") : (JSON.stringify(value) ?? "");

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

type Print = (node: Node) => string;

/** A template with its texts as they are read, so that line endings of the file have no part in them. */
function template({ quasis, expressions }: t.TemplateLiteral, print: Print): string {
  const texts = quasis.map(({ value }) => JSON.stringify(value.cooked ?? value.raw).slice(1, -1));
  const parts = texts.map((text, index) => {
    const hole = expressions[index];
    return text.replaceAll("${", "\\${") + (hole ? `\${${print(hole)}}` : "");
  });
  return `\`${parts.join("").replaceAll("`", "\\`")}\``;
}

function access(member: Node, print: Print): string {
  if (!isMember(member)) return "";
  const optional = member.optional === true;
  const name = keyName(member.property, member.computed);
  if (name !== undefined && NAME.test(name)) return `${optional ? "?." : "."}${name}`;
  return `${optional ? "?." : ""}[${name === undefined ? print(member.property) : JSON.stringify(name)}]`;
}

function keyOf({ key, computed }: t.ObjectProperty, print: Print): string {
  const name = keyName(key, computed);
  if (name === undefined) return `[${print(key)}]`;
  return NAME.test(name) ? name : JSON.stringify(name);
}
