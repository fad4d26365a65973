import { calleeName, roleOf } from "../find/calls.ts";
import { factsAt } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { calledFunction } from "../find/functions.ts";
import { mayStepUp } from "../find/kinds.ts";
import { libraryOf } from "../find/library/lookup.ts";
import { partsNamed } from "../find/parts.ts";
import { assignmentAround } from "../find/patterns.ts";
import { expressionNamed, isWritten, placeNamed } from "../find/request-use.ts";
import { type Call, constantText, isCall, isMember, isNothing, memberName, pathOf, unwrap } from "../find/syntax.ts";
import { valueAtFirst } from "../find/text-of.ts";
import { isThis } from "../find/this.ts";
import type { Code } from "../parse/code.ts";
import { covers, endOf, type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";
import { CLEARING } from "../rules/names.ts";
import { REVOKING, REVOKING_ADDRESS } from "../rules/names-beside.ts";
import { type Holder, holdersOf } from "./holders.ts";
import { isOnTheWay } from "./on-the-way.ts";
import { startersOf } from "./starters.ts";

/**
 * Where a timer puts a sink back to a fixed scope, or empties it, as what ends an elevation does:
 * `setTimeout(() => { this.scope = EVERYDAY; }, 900_000)`. The stored tokens keep what was granted, and a union with that
 * asks for it again. What somebody calls may as well be a new beginning, whose tokens say what holds.
 */
export function takenBack(code: Code, candidate: Candidate): Node | undefined {
  const handler = code.tree.functionAround(candidate.node);
  return holdersOf(code, candidate)
    .flatMap(({ within, path, name }) =>
      code.answers.ofBoth(takenBack, within, path, () => takingBack(code, candidate, { within, path, name })),
    )
    .find((node) => code.tree.functionAround(node) !== handler);
}

/**
 * Where a handler, once it has done what it was challenged for, revokes the token or puts a sink back to what that begins
 * with and asks anew: `finally { this.scope = EVERYDAY; await this.authorize(); }`. What is held is not to grow there.
 */
export function endedBy(code: Code, candidate: Candidate): Node | undefined {
  const handler = code.tree.functionAround(candidate.node);
  if (!handler) return undefined;
  const isBehind = (node: Node) => startOf(node) > endOf(candidate.node) && comesTo(code, candidate.node, node);
  const revoking = revokingIn(code, handler).find(isBehind);
  if (revoking) return revoking;
  const disposers = disposersOf(code, handler);
  return holdersOf(code, candidate)
    .flatMap((holder) =>
      code.answers.ofBoth(endedBy, holder.within, holder.path, () => narrowing(code, candidate, holder)),
    )
    .find((node) => {
      const around = code.tree.functionAround(node);
      return around === handler ? isBehind(node) : around !== undefined && disposers.includes(around);
    });
}

/** Whether a handler comes to a place once it has written a scope: in no other branch, nor behind what leaves; or by `finally`. */
function comesTo(code: Code, written: Node, place: Node): boolean {
  if (!mayStepUp(factsAt(code, place).kinds)) return false;
  for (const parent of code.tree.ancestors(written)) {
    if (parent.type !== "TryStatement") continue;
    if (parent.finalizer && covers(parent.finalizer, place) && !covers(parent.finalizer, written)) return true;
    if (parent.handler && covers(parent.handler, place) && covers(parent.block, written)) return false;
  }
  return isOnTheWay(code, written, place);
}

/** The writes that put a place back, of functions that then ask for what was written. */
const narrowing = (code: Code, candidate: Candidate, { within, path, name }: Holder): readonly Node[] =>
  writesOf(code, within, path, name)
    .filter(({ node, value }) => {
      const around = code.tree.functionAround(node);
      return around && isFixed(code, candidate, value) && asksBehind(code, around, node, path, name);
    })
    .map(({ node }) => node);

const revokingIn = (code: Code, handler: FunctionNode): readonly Node[] =>
  code.answers.of(revokingIn, handler, () =>
    code.tree.own(handler.body, "CallExpression", "OptionalCallExpression").filter((call) => revokes(code, call)),
  );

/** Whether a call has a token revoked (RFC 7009): by its name, or by the address to which it is sent. */
function revokes(code: Code, call: Call): boolean {
  if (REVOKING.test(calleeName(code, call) ?? "")) return true;
  const [given] = call.arguments;
  const made = given && unwrap(given);
  const address = made?.type === "NewExpression" ? made.arguments[0] : made;
  if (isMember(address)) return REVOKING_ADDRESS.test(`/oauth/${memberName(code, address)}`);
  const text = address?.type === "TemplateLiteral" ? address.quasis.map(({ value }) => value.raw).join("") : undefined;
  return REVOKING_ADDRESS.test(text ?? (address && constantText(code, address)) ?? "");
}

/** The functions that what a function declares by `using` may run when that ends. */
const disposersOf = (code: Code, handler: FunctionNode): readonly FunctionNode[] =>
  code.answers.of(disposersOf, handler, () => findDisposers(code, handler));

const USING: readonly string[] = ["using", "await using"];
/** What esbuild and TypeScript make of it. */
const USING_OF_COMPILERS: readonly string[] = ["__using", "__addDisposableResource"];

function findDisposers(code: Code, handler: FunctionNode): readonly FunctionNode[] {
  const declared = code.tree.own(handler.body, "VariableDeclaration").filter(({ kind }) => USING.includes(kind));
  const lowered = code.tree
    .own(handler.body, "CallExpression")
    .filter((call) => USING_OF_COMPILERS.includes(calleeName(code, call) ?? ""));
  const used = [
    ...declared.flatMap(({ declarations }) => declarations.map(({ init }) => init)),
    ...lowered.map((call) => call.arguments[1]),
  ];
  return used.flatMap((each) => {
    const made = each && unwrap(each);
    const maker = isCall(made) ? calledFunction(code, made) : undefined;
    return maker ? [maker, ...functionsIn(code, maker)] : [];
  });
}

function functionsIn(code: Code, outer: FunctionNode): readonly FunctionNode[] {
  const found: FunctionNode[] = [];
  code.tree.walk(outer.body, (node) => {
    if (isFunction(node)) found.push(node);
    return undefined;
  });
  return found;
}

/** Whether something is called behind a write to a place that reads it, or is given what is there, and so asks for that. */
function asksBehind(code: Code, around: FunctionNode, write: Node, path: string, name: string): boolean {
  return code.tree.own(around.body, "CallExpression", "OptionalCallExpression").some((call) => {
    if (startOf(call) < endOf(write) || roleOf(code, call) === "telling") return false;
    const target = calledFunction(code, call);
    const within = target ? [target] : call.arguments;
    return within
      .flatMap((each) => code.bindings.mentions(name.replace(/^#/, ""), each) ?? [])
      .some((mention) => {
        const place = placeNamed(code, mention, path);
        return place !== undefined && pathOf(code, place) === path && !assignmentAround(code, place);
      });
  });
}

/** The writes of a timer that put a place back. */
function takingBack(code: Code, candidate: Candidate, { within, path, name }: Holder): readonly Node[] {
  return writesOf(code, within, path, name)
    .filter(({ node, value }) => {
      const around = code.tree.functionAround(node);
      if (!around || !isRunLater(code, around) || clears(code, around)) return false;
      return isNothing(value) || isFixed(code, candidate, value);
    })
    .map(({ node }) => node);
}

function writesOf(code: Code, within: Node, path: string, name: string) {
  return (code.bindings.mentions(name.replace(/^#/, ""), within) ?? []).flatMap((mention) => {
    const place = placeNamed(code, mention, path);
    const node = place && assignmentAround(code, place);
    return node?.operator === "=" && node.left === place ? [{ node, value: unwrap(node.right) }] : [];
  });
}

/** Whether a function, or one that runs it, is given to what runs it later: a timer. */
function isRunLater(code: Code, target: FunctionNode): boolean {
  return [target, ...startersOf(code, target)].some((each) => {
    const around = isFunction(each) ? each : code.tree.functionAround(each);
    const call = around && code.tree.parent(around);
    return isCall(call) && libraryOf(code, call.callee)?.runs === "later";
  });
}

/** Whether a value is a text that stands there once and for all, or the field or constant that a sink begins with. */
function isFixed(code: Code, { target, holder }: Candidate, value: Node): boolean {
  const text = constantText(code, value);
  if (text !== undefined) return text !== "";
  const first = holder ? undefined : valueAtFirst(code, target);
  const path = first && pathOf(code, first);
  return (path !== undefined && pathOf(code, value) === path) || isSetUp(code, value);
}

/** Whether a value is a field that its object gets where it is made, and keeps: `this.everyday`. */
function isSetUp(code: Code, value: Node): boolean {
  const owner = isMember(value) && isThis(pathOf(code, value.object)) ? code.tree.classAround(value) : undefined;
  const path = pathOf(code, value);
  const mentions =
    (owner && isMember(value) && code.bindings.mentions((memberName(code, value) ?? "").replace(/^#/, ""), owner)) ||
    [];
  const writes = mentions.flatMap((mention) => {
    const place = expressionNamed(code, mention);
    const isWrite = place && isWritten(code, place) && pathOf(code, place) === path;
    return isWrite ? [code.tree.functionAround(place)] : [];
  });
  const parts = owner && isMember(value) ? partsNamed(code, owner, memberName(code, value) ?? "") : [];
  const isField = parts.every((part) => part.type === "ClassProperty" || part.type === "ClassPrivateProperty");
  return (
    isField &&
    mentions.length > 0 &&
    writes.every((around) => around?.type === "ClassMethod" && around.kind === "constructor")
  );
}

/** Whether a function ends more than the scope: what it clears may well be the tokens. `clearTimeout()` clears none. */
const clears = (code: Code, target: FunctionNode): boolean =>
  code.tree.own(target.body, "CallExpression", "OptionalCallExpression").some((call) => {
    const callee = unwrap(call.callee);
    const isOfLanguage = callee.type === "Identifier" && !code.bindings.resolve(callee);
    return !isOfLanguage && CLEARING.test(calleeName(code, call) ?? "");
  });
