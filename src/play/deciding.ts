import { truthOf } from "../find/conditions.ts";
import { meets } from "../find/kinds.ts";
import { isFunction, type Node } from "../parse/tree.ts";
import { leadsOn, type Player } from "./player.ts";
import { Answer, Unknown, type Value } from "./values.ts";

/**
 * Whether a test holds: by its value where that is known, else by what the engine knows of the answers that it lets
 * through, else so that the code goes on to the site and to the authorization.
 */
export function decide(player: Player, test: Node, value: Value): boolean {
  if (!(value instanceof Unknown) && !(value instanceof Answer)) return Boolean(value);
  const told = toldByAnswer(player, test);
  if (told !== undefined) return told;
  if (value instanceof Answer) return true;
  const known = player.assumptions.get(value);
  if (known !== undefined) return known;
  const chosen = leadingOn(player, test);
  player.assumptions.set(value, chosen);
  if (value.isFresh) player.assumed.add(test);
  return chosen;
}

function toldByAnswer({ code, world }: Player, test: Node): boolean | undefined {
  const kinds = world.current?.kinds;
  if (kinds === undefined) return undefined;
  const { yes, no } = truthOf(code, test);
  if (!meets(yes.kinds, kinds)) return false;
  return meets(no.kinds, kinds) ? undefined : true;
}

/** Which outcome of a test leads on; where both do, or neither, that by which nothing happens. */
function leadingOn(player: Player, test: Node): boolean {
  let child = test;
  let isNegated = false;
  for (const parent of player.code.tree.ancestors(test)) {
    const leads = (node: Node): boolean => leadsOn(player, node);
    switch (parent.type) {
      case "UnaryExpression":
        isNegated = parent.operator === "!" ? !isNegated : isNegated;
        break;
      case "LogicalExpression":
        if (child === parent.left && leads(parent.right)) return (parent.operator !== "||") !== isNegated;
        // Of a test that joins two, each must let on: an exit's where it does not hold, another's where it does.
        break;
      case "IfStatement":
      case "ConditionalExpression":
        if (child !== parent.test) return !isNegated;
        if (leads(parent.consequent)) return !isNegated;
        return isNegated;
      case "WhileStatement":
      case "ForStatement":
        return leads(parent) !== isNegated;
      default:
        if (isFunction(parent) || /Statement$|Declaration$/.test(parent.type)) return !isNegated;
    }
    child = parent;
  }
  return !isNegated;
}
