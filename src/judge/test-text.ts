import { functionGiven } from "../find/shells.ts";
import { constantText } from "../find/syntax.ts";
import { isPropertyName } from "../parse/bindings.ts";
import { type Code, rangeOf, textOf } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";

/** What a test does, as a text that is the same however its parameter is named, its texts are quoted, and it is given. */
export function testText(code: Code, test: Node): string {
  const callback = isFunction(test) ? test : functionGiven(code, test);
  return callback ? bodyText(code, callback) : textOf(code, test);
}

function bodyText(code: Code, callback: FunctionNode): string {
  const body = bodyReturned(callback);
  const [parameter] = callback.params;
  if (parameter?.type !== "Identifier" || callback.params.length > 1) return textOf(code, callback);
  const parts: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  code.tree.walk(body, (node) => {
    const text = partText(code, node, parameter);
    if (text !== undefined) parts.push({ ...rangeOf(node), text });
    return undefined;
  });
  const { start } = rangeOf(body);
  let text = "";
  let end = start;
  for (const part of parts.sort((a, b) => a.start - b.start)) {
    text += code.source.slice(end, part.start) + part.text;
    end = part.end;
  }
  return text + code.source.slice(end, rangeOf(body).end);
}

/** What stands for a part of a test: the element for its name, a name for what it is of, a text for how it is quoted. */
function partText(code: Code, node: Node, parameter: Node): string | undefined {
  if (node.type === "StringLiteral") return JSON.stringify(constantText(code, node));
  if (node.type !== "Identifier" || isPropertyName(node, code.tree.parent(node))) return undefined;
  const binding = code.bindings.resolve(node);
  return binding?.identifier === parameter ? "it" : binding && `${node.name}#${binding.id}`;
}

/** What a function gives, where it does nothing else. */
export function bodyReturned({ body }: FunctionNode): Node {
  const [only] = body.type === "BlockStatement" ? body.body : [];
  return only?.type === "ReturnStatement" && only.argument ? only.argument : body;
}
