import type * as t from "@babel/types";
import { calleeName } from "../find/calls.ts";
import { calledFunction } from "../find/functions.ts";
import { importedFrom } from "../find/imported.ts";
import { type Call, constantText, isMember, isNothing, memberName, pathOf, unwrap } from "../find/syntax.ts";
import { isThisMember } from "../find/this.ts";
import type { Code } from "../parse/code.ts";
import { type FunctionNode, isFunction, type Node, startOf } from "../parse/tree.ts";
import { LISTENING } from "../rules/names.ts";
import { ANSWERING_EVENTS, LISTENER_PROPERTY, SENDING_GLOBALS } from "../rules/names-beside.ts";
import { runsOf } from "./runs.ts";
import { bodyOf } from "./state.ts";
import { waitsBetween } from "./waits.ts";

/** Whether a function begins to listen, behind the tokens, before it waits for anything. */
export const listensAnew = (code: Code, around: FunctionNode, from: Node): boolean =>
  listeningIn(code, around).some(
    ({ at, sender }) =>
      isOfBefore(code, at, sender, from) &&
      !isMadeBetween(code, around, sender, from, at) &&
      !waitsBetween(code, around, from, at),
  );

/** Where code begins to listen, and to what. */
interface Listening {
  readonly at: Node;
  readonly sender: Node | undefined;
}

/** Where a function, or what it makes a promise with, begins to listen: `socket.once("close", …)`, `socket.onclose = …`. */
const listeningIn = (code: Code, around: FunctionNode): readonly Listening[] =>
  code.answers.of(listeningIn, around, () => [...listeningItself(code, around), ...listeningByCalls(code, around)]);

const listeningItself = (code: Code, around: FunctionNode): readonly Listening[] =>
  [around, ...executorsIn(code, around)].flatMap((target) =>
    code.tree
      .own(bodyOf(target), "CallExpression", "OptionalCallExpression", "AssignmentExpression")
      .flatMap((at) => (at.type === "AssignmentExpression" ? setListener(code, at) : addedListener(code, at))),
  );

/** The same in what it calls on itself: `const { ticket } = await this.next("ticket")`, which listens to a field. */
const listeningByCalls = (code: Code, around: FunctionNode): readonly Listening[] =>
  code.tree
    .own(bodyOf(around), "CallExpression", "OptionalCallExpression")
    .flatMap((at) =>
      runsOf(code, at).flatMap(({ target }) =>
        isFunction(target) && target !== around
          ? listeningItself(code, target).flatMap(({ sender }) =>
              isThisMember(sender && pathOf(code, sender)) ? [{ at, sender }] : [],
            )
          : [],
      ),
    );

/** A function of the file by such a name is read like any other. */
function addedListener(code: Code, at: Call): readonly Listening[] {
  const isListening = LISTENING.includes(calleeName(code, at) ?? "") && !isOfEnd(code, at);
  return isListening && !calledFunction(code, at) ? [{ at, sender: senderOf(code, at) }] : [];
}

/** Whether a call listens to the process for what ends it, which answers nothing: `process.once("SIGINT", …)`. */
const isOfEnd = (code: Code, { callee, arguments: [event] }: Call): boolean =>
  isMember(callee) &&
  pathOf(code, callee.object) === "process" &&
  !ANSWERING_EVENTS.includes((event && constantText(code, event)) ?? "message");

const setListener = (code: Code, at: t.AssignmentExpression): readonly Listening[] =>
  isMember(at.left) && LISTENER_PROPERTY.test(memberName(code, at.left) ?? "") && !isNothing(at.right)
    ? [{ at, sender: at.left.object }]
    : [];

const senderOf = (code: Code, { callee, arguments: [first] }: Call): Node | undefined =>
  isMember(callee) && !importedFrom(code, callee) ? callee.object : first;

/** `new Promise((resolve) => { … })` runs what it is given at once. */
const executorsIn = (code: Code, around: FunctionNode): readonly FunctionNode[] =>
  code.tree
    .own(bodyOf(around), "NewExpression")
    .flatMap(({ callee, arguments: [given] }) =>
      pathOf(code, callee) === "Promise" && given && isFunction(given) ? [given] : [],
    );

/** Whether what is listened to is made anew between two places: `this.socket = new WebSocket(url); this.socket.onmessage = …`. */
function isMadeBetween(code: Code, around: FunctionNode, sender: Node | undefined, from: Node, at: Node): boolean {
  const path = sender && pathOf(code, sender);
  return code.tree
    .own(bodyOf(around), "AssignmentExpression")
    .some((each) => pathOf(code, each.left) === path && startOf(each) >= startOf(from) && startOf(each) < startOf(at));
}

/** Whether what is listened to is there before the tokens are read, and may tell what is then missed: `once(this.child, "exit")`. */
function isOfBefore(code: Code, at: Node, sender: Node | undefined, from: Node): boolean {
  if (startOf(at) < startOf(from)) return false;
  let root = sender && unwrap(sender);
  while (isMember(root)) root = unwrap(root.object);
  if (root?.type !== "Identifier") return root?.type === "ThisExpression";
  const binding = code.bindings.resolve(root);
  return binding ? startOf(binding.identifier) < startOf(from) : SENDING_GLOBALS.includes(root.name);
}
