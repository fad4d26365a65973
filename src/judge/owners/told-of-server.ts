import { calledFunction, parametersOf } from "../../find/functions.ts";
import { methodOf } from "../../find/library/lookup.ts";
import { coreOf } from "../../find/shells.ts";
import {
  type Call,
  constantText,
  constantValue,
  isCall,
  isMember,
  memberName,
  pathOf,
  propertyName,
  unwrap,
} from "../../find/syntax.ts";
import type { Binding } from "../../parse/bindings.ts";
import { type Code, textOf } from "../../parse/code.ts";
import { covers, type FunctionNode, isFunction, type Node } from "../../parse/tree.ts";
import { COMING_BACK, FETCHING } from "../../rules/names-beside.ts";
import { isLogged } from "../logged.ts";
import { runsOf } from "../runs.ts";
import { rootOf } from "./frames.ts";

/** More functions than hand a server on, and more names than an address goes by. */
const MOST_STEPS = 3;

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
    if (!target || coreOf(target) === handler || !asking.has(coreOf(target))) return false;
    return call.arguments.some((argument, at) => {
      const path = pathOf(code, argument);
      const parameter = parametersOf(code, target).find(({ index, isRest }) => index === at && !isRest);
      return path !== undefined && servers.has(path) && parameter !== undefined && isUsed(code, parameter.binding);
    });
  });
}

/** What a function is given with which the addresses of its requests begin, by its path: `server`, `options.server`. */
const serversOf = (code: Code, handler: FunctionNode): ReadonlySet<string> =>
  code.answers.of(serversOf, handler, () => findServers(code, handler));

function findServers(code: Code, handler: FunctionNode): ReadonlySet<string> {
  const found = code.tree.own(handler.body, "CallExpression").flatMap((call) => {
    const [address] = call.arguments;
    const server = address && isRequest(code, call) ? beginningOf(code, address) : undefined;
    const isGiven = server !== undefined && rootOf(code, server)?.kind === "parameter";
    return (isGiven && pathOf(code, server)) || [];
  });
  return new Set(found);
}

/** Whether a call is a request: by its name, or since its answer is waited for and kept, and it is none of this file. */
function isRequest(code: Code, call: Call): boolean {
  if (FETCHING.test(textOf(code, call.callee))) return true;
  if (calledFunction(code, call) || methodOf(code, call.callee)?.puts !== undefined) return false;
  const waiting = code.tree.parent(call);
  const kept = /^(?:Await|Yield)Expression$/.test(waiting?.type ?? "") && waiting ? code.tree.ancestors(waiting) : [];
  return [...kept].find(({ type }) => !type.startsWith("TS"))?.type === "VariableDeclarator";
}

/**
 * With what an address begins that has more behind it: `server` of `${server}/files`, `server + path`,
 * `new URL(path, server)`. What is an address as a whole is what is fetched, and no server.
 */
function beginningOf(code: Code, address: Node, hasMore = false, depth = 0): Node | undefined {
  const node = unwrap(address);
  if (depth > MOST_STEPS) return undefined;
  if (node.type === "TemplateLiteral") {
    const [head, ...others] = node.quasis;
    const [first] = node.expressions;
    // What has a space is a sentence for people.
    if (head?.value.raw !== "" || !first || others.some(({ value }) => /\s/.test(value.raw))) return undefined;
    const isWhole = node.expressions.length === 1 && others.every(({ value }) => value.raw === "");
    return beginningOf(code, first, hasMore || !isWhole, depth + 1);
  }
  if (node.type === "BinaryExpression") return beginningOf(code, node.left, true, depth + 1);
  if (node.type === "NewExpression") {
    const [path, base] = node.arguments;
    return path && beginningOf(code, base ?? path, hasMore || base !== undefined, depth + 1);
  }
  const held = node.type === "Identifier" ? constantValue(code, node) : undefined;
  if (held) return beginningOf(code, held, hasMore, depth + 1);
  return hasMore && (node.type === "Identifier" || isMember(node)) ? node : undefined;
}

const isUsed = (code: Code, parameter: Binding): boolean =>
  (code.bindings.references(parameter) ?? [parameter.identifier]).some(
    (each) => each !== parameter.identifier && !isLogged(code, each) && !isToComeBack(code, each),
  );

/** Whether a read but keeps what it reads, or has the browser sent back to it: in a storage, a field, as a `state`. */
function isToComeBack(code: Code, read: Node): boolean {
  let child = read;
  for (const parent of code.tree.ancestors(read)) {
    if (isCall(parent)) {
      if (parent.callee === child) return false;
      const method = methodOf(code, parent.callee);
      const [key] = parent.arguments;
      const isKept = method?.of.includes("storage") === true && method.puts !== undefined;
      const isNamed =
        method?.of.includes("parameters") === true && COMING_BACK.test((key && constantText(code, key)) ?? "");
      return isKept || isNamed;
    }
    if (parent.type === "ObjectProperty")
      return parent.value === child && COMING_BACK.test(propertyName(code, parent.key, parent.computed) ?? "");
    if (parent.type === "AssignmentExpression")
      return parent.right === child && isMember(parent.left) && !isReadIn(code, memberName(code, parent.left), parent);
    if (!/^(?:TemplateLiteral|BinaryExpression|LogicalExpression|NewExpression|TS\w+)$/.test(parent.type)) return false;
    child = parent;
  }
  return false;
}

/** Whether a function reads a field, or what it runs does. */
function isReadIn(code: Code, field: string | undefined, write: Node): boolean {
  const around = code.tree.functionAround(write);
  if (field === undefined || !around) return true;
  const seen = new Set([around]);
  for (let steps = 0, from = [...seen]; steps < MOST_STEPS && from.length > 0; steps++) {
    from = from.flatMap((each) => calledIn(code, each)).filter((each) => !seen.has(each));
    for (const each of from) seen.add(each);
  }
  return [...seen].some((each) =>
    (code.bindings.mentions(field.replace(/^#/, ""), each.body) ?? []).some((mention) => !covers(write, mention)),
  );
}

const calledIn = (code: Code, { body }: FunctionNode): readonly FunctionNode[] =>
  code.tree.own(body, "CallExpression").flatMap((call) => runsOf(code, call).map(({ target }) => target));
