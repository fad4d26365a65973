import type * as t from "@babel/types";
import { GRANTED, LOST, OTHER, PREVIOUS } from "../find/alternatives.ts";
import { joinedAtRequests } from "../find/joined-request.ts";
import { methodOf } from "../find/library/lookup.ts";
import { expressionNamed, isWritten } from "../find/request-use.ts";
import { isCall, isMember } from "../find/syntax.ts";
import { keepsValue } from "../find/written.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { CONFIGURED } from "../rules/names-beside.ts";
import type { Claim } from "./claim.ts";

/**
 * Whether a union has no other part than what is configured, `[...config.scopes, ...challenged]`: it grows by no
 * step-up, and what an earlier one was granted is lost with the next.
 */
export function joinsConfiguredOnly({ code, candidate, joining }: Claim): boolean {
  if (joining.length === 0) return false;
  const areAlike = joining.every(
    ({ kept, parts }) =>
      (parts & OTHER) !== 0 &&
      (parts & (PREVIOUS | GRANTED | LOST)) === 0 &&
      kept.length > 0 &&
      kept.every((path) => isConfigured(code, path)),
  );
  if (!areAlike) return false;
  const { kind, path, alternatives } = candidate;
  const given = alternatives.flatMap((each) => each.challenged ?? []);
  return !(keepsValue(kind) && path !== undefined && joinedAtRequests(code, candidate, path, given) === "granted");
}

/** Whether a path leads to a configuration, by its names, of which the file does nothing but read parts. */
const isConfigured = (code: Code, path: string): boolean =>
  code.answers.ofBoth(isConfigured, code, path, () => {
    const names = path.split(".").map((each) => each.replace(/@\d+$/, ""));
    const at = names.findIndex((name) => CONFIGURED.test(name));
    return (
      at >= 0 && at < names.length - 1 && names.slice(at).every((name, index) => isOnlyRead(code, name, index > 0))
    );
  });

/** Whether all that has a name is read, or a part of it; what is configured itself is no part that a method could change. */
const isOnlyRead = (code: Code, name: string, isPart: boolean): boolean =>
  (code.bindings.mentions(name.replace(/^#/, ""), code.tree.program) ?? []).every((mention) => {
    const place = expressionNamed(code, mention);
    const parent = place && code.tree.parent(place);
    if (!place || !parent || isDeclared(code, mention)) return true;
    if (isMember(parent) && parent.object === place) {
      const around = code.tree.parent(parent);
      const isCalled = isCall(around) && around.callee === parent;
      return !isWritten(code, parent) && (!isCalled || (isPart && methodOf(code, parent)?.changes === undefined));
    }
    return isPart && !isWritten(code, place);
  });

/** Whether a mention declares a name, or gives it what a constructor is given: `this.config = config`. */
function isDeclared(code: Code, mention: Node): boolean {
  const place = expressionNamed(code, mention) ?? mention;
  const parent = code.tree.parent(place);
  const around = code.tree.functionAround(place);
  if (parent?.type === "ClassProperty" || parent?.type === "ClassPrivateProperty") return parent.key === place;
  if (parent?.type !== "AssignmentExpression")
    return code.bindings.resolve(mention as t.Identifier)?.identifier === mention;
  return around?.type === "ClassMethod" && around.kind === "constructor";
}
