import type * as t from "@babel/types";
import type { Node } from "../parse/tree.ts";
import { makeClass } from "./classes.ts";
import { elementsOf } from "./library.ts";
import { same } from "./operators.ts";
import { type Ending, isAt, leadsOn, type Player, Thrown } from "./player.ts";
import { Fn, Names, Unknown, type Value } from "./values.ts";
import { Stuck } from "./world.ts";

/** Plays statements in their order, functions among them first. */
export function executeAll(player: Player, nodes: readonly Node[], names: Names): Ending | undefined {
  for (const node of nodes) {
    if (node.type === "FunctionDeclaration" && node.id) names.declare(player.keyOf(node.id), new Fn(node, names));
  }
  for (const node of nodes) {
    const ending = player.execute(node, names);
    if (ending) return ending;
  }
  return undefined;
}

/** Plays one statement. */
export function execute(player: Player, node: Node, names: Names): Ending | undefined {
  player.step();
  switch (node.type) {
    case "ExpressionStatement":
      player.evaluate(node.expression, names);
      return undefined;
    case "VariableDeclaration":
      declare(player, node, names);
      return undefined;
    case "ClassDeclaration":
      if (node.id) names.declare(player.keyOf(node.id), makeClass(player, node, names));
      return undefined;
    case "BlockStatement":
      return player.executeAll(node.body, new Names(names));
    case "ReturnStatement":
      return { kind: "return", value: node.argument ? player.evaluate(node.argument, names) : undefined };
    case "ThrowStatement":
      throw new Thrown(player.evaluate(node.argument, names));
    case "IfStatement": {
      const holds = player.decide(node.test, player.evaluate(node.test, names));
      const chosen = holds ? node.consequent : node.alternate;
      return chosen ? player.execute(chosen, names) : undefined;
    }
    case "BreakStatement":
    case "ContinueStatement":
      return { kind: node.type === "BreakStatement" ? "break" : "continue", label: node.label?.name };
    case "LabeledStatement": {
      const ending = player.execute(node.body, names);
      return ending?.kind === "break" && ending.label === node.label.name ? undefined : ending;
    }
    case "TryStatement":
      return tried(player, node, names);
    case "SwitchStatement":
      return switched(player, node, names);
    case "ForStatement": {
      const own = new Names(names);
      if (node.init?.type === "VariableDeclaration") player.execute(node.init, own);
      else if (node.init) player.evaluate(node.init, own);
      const isOn = () => !node.test || player.decide(node.test, player.evaluate(node.test, own));
      return looped(player, node.body, own, isOn, () => node.update && player.evaluate(node.update, own));
    }
    case "WhileStatement":
      return looped(player, node.body, names, () => player.decide(node.test, player.evaluate(node.test, names)));
    case "DoWhileStatement": {
      let isFirst = true;
      return looped(player, node.body, names, () => {
        if (!isFirst) return player.decide(node.test, player.evaluate(node.test, names));
        isFirst = false;
        return true;
      });
    }
    case "ForOfStatement":
    case "ForInStatement":
      return gone(player, node, names);
    default:
      return undefined;
  }
}

function declare(player: Player, { declarations, kind }: t.VariableDeclaration, names: Names): void {
  for (const declarator of declarations) {
    if (kind === "var" && !declarator.init) {
      if (declarator.id.type === "Identifier" && !names.holder(player.keyOf(declarator.id)))
        names.declareForFunction(player.keyOf(declarator.id), undefined);
      continue;
    }
    let value = declarator.init ? player.evaluate(declarator.init, names) : undefined;
    if (isAt(declarator, player.part.arrival) && value instanceof Unknown)
      value = player.world.current ?? player.world.answer();
    player.bind(declarator.id, value, names, kind === "var");
  }
}

/** What leaves a loop of an ending in its body; undefined where it goes on. */
function looped(
  player: Player,
  body: Node,
  names: Names,
  isOn: () => boolean,
  next: () => unknown = () => undefined,
): Ending | undefined {
  while (isOn()) {
    player.step();
    const ending = player.execute(body, new Names(names));
    if (ending && ending.kind !== "return" && ending.label !== undefined) throw new Stuck("a label is gone on at");
    if (ending?.kind === "return") return ending;
    if (ending?.kind === "break") return undefined;
    next();
  }
  return undefined;
}

function gone(player: Player, node: t.ForOfStatement | t.ForInStatement, names: Names): Ending | undefined {
  const known = elementsOf(player.evaluate(node.right, names));
  // Of a list that is not known, one element is what the code is about, if the site is in the loop.
  const leads = leadsOn(player, node.body);
  const elements: readonly Value[] = known ?? (leads ? [player.world.current ?? new Unknown(true)] : []);
  let at = 0;
  const own = new Names(names);
  return looped(player, node.body, own, () => {
    if (at >= elements.length) return false;
    const { left } = node;
    const pattern = left.type === "VariableDeclaration" ? left.declarations[0]?.id : left;
    if (pattern) player.bind(pattern, elements[at], own);
    at++;
    return true;
  });
}

function tried(player: Player, { block, handler, finalizer }: t.TryStatement, names: Names): Ending | undefined {
  let ending: Ending | undefined;
  try {
    try {
      if (handler?.param && isAt(handler.param, player.part.arrival) && !player.world.answer().isOk) {
        throw new Thrown(player.world.current);
      }
      ending = player.execute(block, names);
    } catch (thrown) {
      if (!(thrown instanceof Thrown) || !handler) throw thrown;
      const own = new Names(names);
      if (handler.param) player.bind(handler.param, thrown.value, own);
      ending = player.execute(handler.body, own);
    }
  } finally {
    const last = finalizer ? player.execute(finalizer, names) : undefined;
    if (last) ending = last;
  }
  return ending;
}

function switched(player: Player, { discriminant, cases }: t.SwitchStatement, names: Names): Ending | undefined {
  const value = player.evaluate(discriminant, names);
  const isCase = ({ test }: t.SwitchCase): boolean => {
    if (!test) return false;
    const isSame = same(value, player.evaluate(test, names), false);
    if (isSame !== undefined) return isSame;
    return false;
  };
  let start = cases.findIndex(isCase);
  if (start < 0 && value instanceof Unknown) {
    start = cases.findIndex((each) => leadsOn(player, each));
    if (start >= 0 && value.isFresh) player.assumed.add(discriminant);
  }
  if (start < 0) start = cases.findIndex(({ test }) => !test);
  if (start < 0) return undefined;
  const own = new Names(names);
  const ending = player.executeAll(
    cases.slice(start).flatMap(({ consequent }) => consequent),
    own,
  );
  return ending?.kind === "break" && ending.label === undefined ? undefined : ending;
}
