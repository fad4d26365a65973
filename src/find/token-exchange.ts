import type * as t from "@babel/types";
import type { Binding } from "../parse/bindings.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node } from "../parse/tree.ts";
import { TOKEN_EXCHANGE, TOKEN_OF_ANSWER } from "../rules/names-beside.ts";
import { libraryOf, makesParameters, methodOf } from "./library/lookup.ts";
import { readsBody } from "./origins.ts";
import { optionsOfRequest } from "./plain-requests.ts";
import { coreOf } from "./shells.ts";
import {
  awaited,
  type Call,
  constantText,
  initialValue,
  isCall,
  isMember,
  memberName,
  outOfCasts,
  propertyName,
  unwrap,
} from "./syntax.ts";

/**
 * Whether a function exchanges a token for another (RFC 8693) in one plain request, and gives the new one, and nobody
 * else: the one that it is given stays as it is, and nothing of the answer is kept. Every call in it is read.
 */
export const exchangesOnly = (code: Code, shell: FunctionNode): boolean =>
  code.answers.of(exchangesOnly, shell, () => {
    const { body } = coreOf(shell);
    const parts = partsOf(code, body);
    if (!parts || !asksByExchange(code, parts)) return false;
    const requests = parts.calls.filter((call) => optionsOfRequest(code, call));
    const [request] = requests;
    const response = request && requests.length === 1 ? namesGiven(code, request) : [];
    const answers = response.map((name) => answersOf(code, name));
    const [answer, ...others] = answers.flatMap((each) => each ?? []);
    if (!request || !answer || others.length > 0 || answers.includes(undefined)) return false;
    const isKnown = (call: Call) =>
      call === request || isOfResponse(code, call, response) || isOfParameters(code, call) || makesText(code, call);
    return parts.calls.every(isKnown) && isOnlyGiven(code, answer, parts.returns);
  });

interface Parts {
  readonly calls: readonly Call[];
  readonly made: readonly t.NewExpression[];
  readonly returns: readonly Node[];
  readonly texts: readonly string[];
}

/** What is done in a function: nothing where it assigns, or makes functions or classes, whatever these do. */
function partsOf(code: Code, body: Node): Parts | undefined {
  const parts = { calls: [] as Call[], made: [] as t.NewExpression[], returns: [] as Node[], texts: [] as string[] };
  let isPlain = body.type === "BlockStatement";
  code.tree.walk(body, (node) => {
    if (isCall(node)) parts.calls.push(node);
    if (node.type === "NewExpression") parts.made.push(node);
    if (node.type === "ReturnStatement" && node.argument) parts.returns.push(node.argument);
    if (node.type === "StringLiteral") parts.texts.push(node.value);
    if (/^(?:Update|TaggedTemplate|Import|Class)Expression$/.test(node.type) || isFunction(node)) isPlain = false;
    // A compiler's temporary, in the text of an error: `(_a = json.error) != null ? _a : response.status`.
    if (node.type === "AssignmentExpression") isPlain &&= node.left.type === "Identifier" && isThrown(code, node);
    return isPlain;
  });
  const areMade = parts.made.every(
    (each) => makesParameters(each.callee) || code.tree.parent(each)?.type === "ThrowStatement",
  );
  return isPlain && areMade ? parts : undefined;
}

/** Whether the request is one by which a token is exchanged, by the grant that it names, and no other. */
function asksByExchange(code: Code, { calls, made }: Parts): boolean {
  const grants = [...calls, ...made].flatMap((call) => {
    const [first, second] = call.arguments;
    if (isCall(call) && first && second && constantText(code, first) === GRANT) return [second];
    return call.arguments.flatMap((argument) => grantOf(code, argument));
  });
  return grants.length > 0 && grants.every((each) => TOKEN_EXCHANGE.test(constantText(code, each) ?? ""));
}

/** The parameter by which a request says how it asks (RFC 6749, section 4). */
const GRANT = "grant_type";

function grantOf(code: Code, argument: Node): Node[] {
  const record = unwrap(argument);
  if (record.type !== "ObjectExpression") return [];
  return record.properties.flatMap((part) =>
    part.type === "ObjectProperty" && propertyName(code, part.key, part.computed) === GRANT ? [part.value] : [],
  );
}

/** The names that get what a call gives that is waited for: `response`, or `statusCode` and `body`. */
export function namesGiven(code: Code, call: Node): readonly Binding[] {
  const waiting = code.tree.parent(call);
  const declarator = waiting && awaited(waiting) === call ? code.tree.parent(outOfCasts(code, waiting)) : undefined;
  if (declarator?.type !== "VariableDeclarator") return [];
  const names =
    declarator.id.type === "ObjectPattern"
      ? declarator.id.properties.map((part) => (part.type === "ObjectProperty" ? part.value : part))
      : [declarator.id];
  const bindings = names.flatMap((name) => (name.type === "Identifier" ? (code.bindings.resolve(name) ?? []) : []));
  return bindings.length === names.length ? bindings : [];
}

/** The names that get the body of a response, of which nothing else is done but to look at it; undefined where more is. */
function answersOf(code: Code, response: Binding): readonly Binding[] | undefined {
  const found: Binding[] = [];
  const isSeen = code.bindings.references(response)?.every((mention) => {
    if (mention === response.identifier || isOfPattern(code, mention)) return true;
    const read = code.tree.parent(mention);
    // `statusCode`, of a pattern, is a number.
    if (!isMember(read)) return isLookedAt(code, mention);
    if (read.object !== mention || read.computed) return false;
    const call = code.tree.parent(read);
    if (!isCall(call) || call.callee !== read) return isLookedAt(code, read);
    const names = readsBody(code, call) ? namesGiven(code, call) : [];
    found.push(...names);
    return memberName(code, read) !== "clone" && names.length === 1;
  });
  return isSeen ? found : undefined;
}

const isOfPattern = (code: Code, mention: Node): boolean => code.tree.parent(mention)?.type === "ObjectProperty";

/** Whether an expression is part of a test, or of a text that is thrown. */
function isLookedAt(code: Code, expression: Node): boolean {
  const parent = code.tree.parent(expression);
  switch (parent?.type) {
    case "IfStatement":
      return parent.test === expression;
    case "ThrowStatement":
      return true;
    case "AssignmentExpression":
    case "ConditionalExpression":
    case "LogicalExpression":
    case "BinaryExpression":
    case "UnaryExpression":
    case "TemplateLiteral":
    case "NewExpression":
      return isLookedAt(code, parent);
    default:
      return false;
  }
}

/** Whether of an answer nothing but parts are read, and its tokens are looked at or all that the function gives. */
function isOnlyGiven(code: Code, answer: Binding, returns: readonly Node[]): boolean {
  const given: Node[] = [];
  const isSeen = code.bindings.references(answer)?.every((mention) => {
    if (mention === answer.identifier) return true;
    const read = code.tree.parent(mention);
    if (!isMember(read) || read.object !== mention || read.computed) return false;
    if (returns.includes(read) && memberName(code, read) === "access_token") given.push(read);
    else if (!isLookedAt(code, read) || (TOKEN_OF_ANSWER.test(memberName(code, read) ?? "") && isThrown(code, read)))
      return false;
    return true;
  });
  return isSeen === true && given.length > 0 && given.length === returns.length;
}

const isThrown = (code: Code, read: Node): boolean => {
  for (const parent of code.tree.ancestors(read)) {
    if (parent.type === "ThrowStatement") return true;
    if (parent.type.endsWith("Statement")) return false;
  }
  return false;
};

/** Whether a call reads the body of a response. */
function isOfResponse(code: Code, call: Call, response: readonly Binding[]): boolean {
  const callee = unwrap(call.callee);
  const object = isMember(callee) ? unwrap(callee.object) : undefined;
  const binding = object?.type === "Identifier" ? code.bindings.resolve(object) : undefined;
  return binding !== undefined && response.includes(binding) && readsBody(code, call);
}

/** Whether a call puts a parameter into a form that is made here, or gives its text. */
function isOfParameters(code: Code, { callee }: Call): boolean {
  const method = unwrap(callee);
  const object = isMember(method) ? unwrap(method.object) : undefined;
  const binding = object?.type === "Identifier" ? code.bindings.resolve(object) : undefined;
  const made = binding && initialValue(code, binding);
  return made?.type === "NewExpression" && makesParameters(made.callee);
}

/** Whether a call makes a text of what it is given: `encodeURIComponent(user)`. */
const makesText = (code: Code, { callee, arguments: given }: Call): boolean => {
  const library = libraryOf(code, callee);
  const isPlain = library?.keepsText === true && !library.runs && !library.changesFirst;
  return (isPlain || methodOf(code, callee)?.gives === "text") && !given.some(isFunction);
};
