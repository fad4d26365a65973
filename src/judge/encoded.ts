import { calledFunction, returnedValues } from "../find/functions.ts";
import { libraryNamed, methodOf } from "../find/library/lookup.ts";
import { destructuredNames } from "../find/patterns.ts";
import { returnedProperties } from "../find/returned-properties.ts";
import { constantText, initialValue, isMember, memberName, unwrap } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";

/** Whether a value is written down in another form than scopes with blanks between: encoded, or joined by `+` or `,`. */
export function isEncoded(code: Code, value: Node, depth = 0): boolean {
  const node = unwrap(value);
  const inner = (each: Node | null | undefined) => each != null && isEncoded(code, each, depth + 1);
  if (depth > 6) return false;
  switch (node.type) {
    case "AwaitExpression":
      return inner(node.argument);
    case "LogicalExpression":
      return inner(node.left) || inner(node.right);
    case "ConditionalExpression":
      return inner(node.consequent) || inner(node.alternate);
    case "CallExpression":
    case "OptionalCallExpression":
      return isEncodedByCall(code, node, depth);
    case "MemberExpression":
    case "OptionalMemberExpression":
      return isPropertyEncoded(code, node.object, memberName(code, node), depth);
    case "Identifier": {
      const binding = code.bindings.resolve(node);
      if (binding?.declaration.type !== "VariableDeclarator") return false;
      const held = initialValue(code, binding);
      if (held) return inner(held);
      const [name, ...deeper] = destructuredNames(code, binding.declaration.id, binding);
      const { init } = binding.declaration;
      return init != null && deeper.length === 0 && isPropertyEncoded(code, init, name, depth);
    }
    default:
      return false;
  }
}

type Call = Extract<Node, { type: "CallExpression" | "OptionalCallExpression" }>;

function isEncodedByCall(code: Code, call: Call, depth: number): boolean {
  const callee = unwrap(call.callee);
  const [first, second] = call.arguments;
  const returned = calledFunction(code, call);
  if (returned)
    return (returnedValues(code, returned) ?? []).some(({ value }) => value && isEncoded(code, value, depth + 1));
  if (callee.type === "Identifier") {
    const library = libraryNamed(callee);
    if (library?.encodes) return true;
    return library?.makes === "text" && first !== undefined && isEncoded(code, first, depth + 1);
  }
  if (!isMember(callee)) return false;
  const object = unwrap(callee.object);
  if (libraryNamed(object)?.encodes) return true;
  const method = methodOf(code, callee);
  // `list.join(",")`
  if (method?.of.includes("list") && method.keeps === "all" && method.gives === "text" && !method.of.includes("text"))
    return first === undefined || isSeparator(code, first);
  if (method?.keeps === "replaced")
    return second !== undefined && (isSeparator(code, second) || isEncodedUnless(code, object, second, depth));
  return method?.keeps === "all" && method.gives === "text" && isEncoded(code, object, depth + 1);
}

/** `raw.join(",").replaceAll(",", " ")` is a text of scopes again. */
const isEncodedUnless = (code: Code, object: Node, put: Node, depth: number): boolean =>
  constantText(code, put) !== " " && isEncoded(code, object, depth + 1);

/** Whether a text that is put between scopes is no blank. */
function isSeparator(code: Code, put: Node): boolean {
  const text = constantText(code, put);
  return text !== undefined && /^(?:\s*[+,;|]\s*|%20)$/.test(text);
}

function isPropertyEncoded(code: Code, record: Node, name: string | undefined, depth: number): boolean {
  const values = name === undefined ? undefined : returnedProperties(code, unwrap(record), name);
  return values?.some(({ value }) => isEncoded(code, value, depth + 1)) === true;
}
