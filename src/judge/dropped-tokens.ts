import { isProvedAuthorization } from "../find/authorization.ts";
import { factsAt, factsOfCall } from "../find/dominance.ts";
import type { Candidate } from "../find/find.ts";
import { isUnauthorized, mayStepUp, meets, tellsOfAnswer } from "../find/kinds.ts";
import { type Call, isCall, isMember } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import { covers, type FunctionNode, type Node, startOf } from "../parse/tree.ts";
import { isEmptied } from "./emptied.ts";

/**
 * Where other code of the file has the stored tokens emptied for the very answers that lead to a site, and may run
 * before it: a hook for responses, `if (response.status === 403) await provider.saveTokens({ access_token: "" })`.
 */
export function droppedTokens(code: Code, { node, facts }: Candidate): Node | undefined {
  const handler = code.tree.functionAround(node);
  return droppingCalls(code).find((call) => {
    const around = code.tree.functionAround(call);
    // What asks itself is a handler of its own.
    if (!around || around === handler || asks(code, around)) return false;
    const { kinds } = factsOfCall(code, call);
    return tellsOfAnswer(kinds) && !isUnauthorized(kinds) && meets(kinds, facts.kinds);
  });
}

/** What `invalidateCredentials` leaves the tokens with. */
const OTHER_CREDENTIALS = ["client", "verifier", "discovery"];

/** Whether the function of a call has the stored tokens emptied before it, whatever else happens there. */
export function dropsTokensBefore(code: Code, call: Node): boolean {
  const around = code.tree.functionAround(call);
  return droppingCalls(code).some((dropping) => {
    const [what] = dropping.arguments;
    const isOther = what?.type === "StringLiteral" && OTHER_CREDENTIALS.includes(what.value);
    if (isOther || code.tree.functionAround(dropping) !== around || startOf(dropping) > startOf(call)) return false;
    const block = code.tree.nearest(dropping, (node): node is Node => node.type === "BlockStatement");
    return block !== undefined && covers(block, call) && runsOnStepUp(code, dropping, block);
  });
}

/**
 * Whether a call runs for step-ups as well: not `if (status === 401) await provider.invalidateCredentials("tokens")`. What
 * else it may depend on, as on whether the provider has such a method, is not asked.
 */
function runsOnStepUp(code: Code, dropping: Node, block: Node): boolean {
  const { kinds } = factsAt(code, dropping);
  return mayStepUp(kinds) || !mayStepUp(factsAt(code, block).kinds);
}

const asks = (code: Code, around: FunctionNode): boolean =>
  code.answers.of(asks, around, () =>
    code.tree
      .own(around.body, "CallExpression", "OptionalCallExpression")
      .some((call) => isProvedAuthorization(code, call)),
  );

/** The calls that empty what a provider stores, whatever it is called. */
const droppingCalls = (code: Code): readonly Call[] =>
  code.answers.of(droppingCalls, code, () =>
    ["saveTokens", "invalidateCredentials"].flatMap((name) =>
      (code.bindings.mentions(name, code.tree.program) ?? []).flatMap((mention) => {
        const callee = code.tree.parent(mention);
        const call = callee && code.tree.parent(callee);
        if (!isMember(callee) || !isCall(call) || call.callee !== callee) return [];
        return name !== "saveTokens" || call.arguments.every((value) => isEmptied(code, value)) ? [call] : [];
      }),
    ),
  );
