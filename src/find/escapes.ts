import type * as t from "@babel/types";
import type { Code } from "../parse/code.ts";
import { covers, type Node } from "../parse/tree.ts";
import { methodOf, runsItself } from "./library/lookup.ts";
import { isCall, isMember, memberName, pathOf, unwrap } from "./syntax.ts";
import { isThis } from "./this.ts";

/** The member expression whose property an identifier or private name is. */
export function memberNamed(code: Code, node: Node): Node | undefined {
  let name = node;
  let parent = code.tree.parent(name);
  if (parent?.type === "PrivateName") {
    name = parent;
    parent = code.tree.parent(parent);
  }
  return parent && isMember(parent) && parent.property === name ? parent : undefined;
}

/**
 * Whether a mention of a function calls it: `f(scope)`, `this.f.call(this, scope)`. What is handed on as a value, kept
 * in a table or bound is called later, with what nobody sees.
 */
export function isCalled(code: Code, mention: Node): boolean {
  let child = mention;
  for (const parent of code.tree.ancestors(mention)) {
    if (isCall(parent)) return parent.callee === child;
    const isApplied = isMember(parent) && parent.object === child && runsItself(methodOf(code, parent));
    if (!isApplied && unwrap(parent) !== unwrap(child)) return isInert(parent, child);
    child = parent;
  }
  return false;
}

/** Whether a mention only looks whether a function is there. */
function isInert(parent: Node, child: Node): boolean {
  if (parent.type === "UnaryExpression") return true;
  return (parent.type === "IfStatement" || parent.type === "ConditionalExpression") && parent.test === child;
}

type Part = t.ClassMethod | t.ClassPrivateMethod | t.ClassProperty | t.ClassPrivateProperty;

/**
 * Whether a member that TypeScript alone keeps private can be reached by another way than `this.name`: by a decorator,
 * by its name as a text, by a pattern, by a key that is not known, or from outside by `client["name"]` or a cast.
 */
export function escapesByName(code: Code, part: Part, name: string, owner: t.Class): boolean {
  if (part.decorators?.length) return true;
  if (name.startsWith("#")) return false;
  const isOther = (mention: Node) => {
    if (covers(part.key, mention)) return false;
    const member = memberNamed(code, mention);
    if (!covers(owner, mention)) return member !== undefined && isForced(member);
    if (member) return false;
    const parent = code.tree.parent(mention);
    const isTaken = parent?.type === "ObjectProperty" && code.tree.parent(parent)?.type === "ObjectPattern";
    return isTaken || mention.type === "StringLiteral";
  };
  const mentions = code.bindings.mentions(name, code.tree.program);
  return !mentions || mentions.some(isOther) || isKeyed(code, owner);
}

/** Whether a member is read past its being private: `client["stepUp"]`, `(client as any).stepUp`. */
function isForced(member: Node): boolean {
  if (!isMember(member)) return false;
  return member.computed || /^TS(?:As|Satisfies)Expression$|^TSTypeAssertion$/.test(member.object.type);
}

const keyed = (code: Code) => code.answers.about<Node, boolean>(keyed);

/** Whether a class calls members of its own by a key that is not known: `this[action](response)`. */
function isKeyed(code: Code, owner: t.Class): boolean {
  const known = keyed(code).get(owner);
  if (known !== undefined) return known;
  let found = false;
  code.tree.walk(owner, (node) => {
    const isOpen =
      isCall(node) && isMember(node.callee) && node.callee.computed && memberName(code, node.callee) === undefined;
    found ||= isOpen && isMember(node.callee) && isThis(pathOf(code, node.callee.object));
    return !found;
  });
  keyed(code).set(owner, found);
  return found;
}
