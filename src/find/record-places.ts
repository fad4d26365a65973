import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { writtenObject } from "./lowered.ts";
import { assignmentAround, destructuredNames } from "./patterns.ts";
import {
  type Call,
  constantText,
  isCall,
  isMember,
  isNeverWritten,
  type Member,
  memberName,
  pathOf,
  unwrap,
} from "./syntax.ts";
import { lastName } from "./written.ts";

/** More names than a record goes by, one after the other. */
const MOST_NAMES = 4;

/**
 * Where a record is kept, by any of its names: `session` of `req.session`, of a pattern or a parameter, `links[]` of
 * `session.links[id]`, `this.links.get` of a name that is given `this.links.get(id)`. Two records of one place are likely
 * the same; this decides what is reported, and never what is proved.
 */
export function placesOf(code: Code, record: Node, depth = 0): readonly string[] {
  if (depth > MOST_NAMES) return [];
  const node = unwrap(record);
  const next = (inner: Node) => placesOf(code, inner, depth + 1);
  switch (node.type) {
    // `req.session.login ?? {}`
    case "LogicalExpression":
      return node.operator === "&&" ? [] : next(node.left);
    case "ConditionalExpression":
      return [...next(node.consequent), ...next(node.alternate)];
    // `session.links[id] ??= { scope: "openid" }`
    case "AssignmentExpression":
      return isMember(node.left) ? next(node.left) : [];
    case "AwaitExpression":
    case "YieldExpression":
      return node.argument ? next(node.argument) : [];
    case "Identifier": {
      const binding = code.bindings.resolve(node);
      return binding ? placesOfName(code, binding, next) : [];
    }
    default:
      if (isMember(node)) return placeOfMember(code, node);
      return isCall(node) ? placesOfResult(code, node) : [];
  }
}

function placesOfName(code: Code, binding: Binding, next: (inner: Node) => readonly string[]): readonly string[] {
  const { declaration } = binding;
  if (declaration.type === "VariableDeclarator" && declaration.id.type === "ObjectPattern")
    return destructuredNames(code, declaration.id, binding).slice(-1);
  // A name of a letter or two is a minifier's.
  if (binding.kind === "parameter") return binding.name.length > 2 ? [binding.name] : [];
  if (declaration.type !== "VariableDeclarator") return [];
  const assigned = (code.bindings.writes(binding) ?? []).flatMap((write) => assignmentAround(code, write)?.right ?? []);
  return [...(declaration.init ? [declaration.init] : []), ...assigned].flatMap(next);
}

/** A property by its name, an entry under a key that is read by the name of what it is an entry of. */
function placeOfMember(code: Code, member: Member): readonly string[] {
  const name = memberName(code, member);
  if (name !== undefined) return [name];
  const owner = lastName(code, writtenObject(member.object));
  return owner === undefined ? [] : [`${owner}[]`];
}

/** By what is called; and, where one key is all that it is given, by that: `container.get(CONTEXT)`, of whichever container. */
function placesOfResult(code: Code, { callee, arguments: [key, ...others] }: Call): readonly string[] {
  const path = pathOf(code, callee);
  const method = isMember(callee) ? memberName(code, callee) : undefined;
  const kept = key && others.length === 0 ? keyOf(code, key) : undefined;
  return [...(path === undefined ? [] : [path]), ...(method && kept ? [`${method}(${kept})`] : [])];
}

/** A key that is the same wherever it is written: a text, or one constant. */
function keyOf(code: Code, key: Node): string | undefined {
  const text = constantText(code, key);
  if (text !== undefined) return JSON.stringify(text);
  const name = unwrap(key);
  const binding = name.type === "Identifier" ? code.bindings.resolve(name) : undefined;
  const isConstant = binding?.kind === "import" || (binding?.kind === "variable" && isNeverWritten(code, binding));
  return isConstant ? binding?.id : undefined;
}
