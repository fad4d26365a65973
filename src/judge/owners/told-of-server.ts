import { calledFunction, parametersOf } from "../../find/functions.ts";
import { unwrap } from "../../find/syntax.ts";
import type { Binding } from "../../parse/bindings.ts";
import { type Code, textOf } from "../../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../../parse/tree.ts";
import { FETCHING } from "../../rules/names-beside.ts";
import { isLogged } from "../logged.ts";

/**
 * The server of the refused request that is given to the function which asks: `await this.authorize(server)`, behind
 * `fetch(server + path)`. Whatever that does with it, it may ask another one each time, of which nothing is seen.
 *
 * @param reads where the scope is read for a request
 */
export function toldOfServer(code: Code, handler: Node | undefined, reads: readonly Node[]): Node | undefined {
  if (!isFunction(handler)) return undefined;
  const servers = serversOf(code, handler);
  if (servers.size === 0) return undefined;
  const asking = new Set(reads.map((read) => code.tree.functionAround(read)));
  return code.tree.own(handler.body, "CallExpression").find((call) => {
    const target = calledFunction(code, call);
    if (!target || target === handler || !asking.has(target)) return false;
    return call.arguments.some((argument, at) => {
      const name = nameOf(code, argument);
      const parameter = parametersOf(code, target).find(({ index, isRest }) => index === at && !isRest);
      return name !== undefined && servers.has(name) && parameter !== undefined && isUsed(code, parameter.binding);
    });
  });
}

const nameOf = (code: Code, value: Node): Binding | undefined => {
  const node = unwrap(value);
  return node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
};

/** The parameters of a function with which the addresses of its requests begin. */
function serversOf(code: Code, handler: FunctionNode): ReadonlySet<Binding> {
  const requests = code.tree
    .own(handler.body, "CallExpression")
    .filter(({ callee }) => FETCHING.test(textOf(code, callee)));
  const found = requests.flatMap(({ arguments: [address] }) => (address && beginningOf(code, address)) ?? []);
  return new Set(found.filter(({ kind }) => kind === "parameter"));
}

/** The name with which an address begins: `server` of `${server}/files`, `server + path`, `new URL(path, server)`. */
function beginningOf(code: Code, address: Node): Binding | undefined {
  const node = unwrap(address);
  if (node.type === "TemplateLiteral") {
    const [first] = node.expressions;
    return node.quasis[0]?.value.raw === "" && first ? nameOf(code, first) : undefined;
  }
  if (node.type === "BinaryExpression") return beginningOf(code, node.left);
  if (node.type === "NewExpression") {
    const [path, base] = node.arguments;
    const from = base ?? path;
    return from && beginningOf(code, from);
  }
  return nameOf(code, node);
}

const isUsed = (code: Code, parameter: Binding): boolean =>
  (code.bindings.references(parameter) ?? [parameter.identifier]).some(
    (each) => each !== parameter.identifier && !isLogged(code, each),
  );
