import { isCall, propertyName } from "../../find/syntax.ts";
import type { Code } from "../../parse/code.ts";
import type { FunctionNode, Node } from "../../parse/tree.ts";
import { OWN_GRANTS } from "../../rules/names-beside.ts";

/**
 * Where what a sink keeps is asked for by a grant of its own, besides the provider's: an exchange for a token of another
 * server (RFC 8693), a token of the client itself. That server knows nothing of what the first one granted.
 */
export function grantElsewhere(code: Code, reads: readonly Node[], handler: Node | undefined): Node | undefined {
  return grantsBy(code, reads).find(({ around }) => around !== handler)?.grant;
}

/** The grants in the functions around some reads, and these functions. */
const grantsBy = (code: Code, reads: readonly Node[]): readonly { readonly around: Node; readonly grant: Node }[] =>
  code.answers.of(grantsBy, reads, () =>
    reads.flatMap((read) => {
      const around = code.tree.functionAround(read);
      const grant = around && ownGrant(code, around);
      return around && grant ? [{ around, grant }] : [];
    }),
  );

/** `grant_type: "urn:ietf:params:oauth:grant-type:token-exchange"`, `form.set("grant_type", "client_credentials")`. */
export const ownGrant = (code: Code, around: FunctionNode): Node | undefined =>
  code.answers.of(ownGrant, around, () =>
    code.tree.own(around.body, "StringLiteral").find((literal) => {
      if (!OWN_GRANTS.test(literal.value)) return false;
      const parent = code.tree.parent(literal);
      if (parent?.type === "ObjectProperty")
        return parent.value === literal && propertyName(code, parent.key, parent.computed) === "grant_type";
      const [first] = isCall(parent) ? parent.arguments : [];
      return first?.type === "StringLiteral" && first.value === "grant_type";
    }),
  );
