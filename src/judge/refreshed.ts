import { propertyName } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import type { FunctionNode, Node } from "../parse/tree.ts";

/** A function that reads the sink, and refreshes a token with it. */
interface Refresh {
  readonly read: Node;
  readonly around: FunctionNode;
  readonly grant: Node;
}

/**
 * The functions that refresh a token with what they read of the sink. A refresh may not ask for more than was granted
 * (RFC 6749 section 6), and a union of what was asked for may be more, where the user granted a part.
 */
export const refreshesWith = (code: Code, reads: readonly Node[]): readonly Refresh[] =>
  code.answers.of(refreshesWith, reads, () =>
    reads.flatMap((read) => {
      const around = code.tree.functionAround(read);
      const grant = around && grantOf(code, around);
      return grant ? [{ read, around, grant }] : [];
    }),
  );

/** `grant_type: "refresh_token"`, `form.set("grant_type", "refresh_token")`, in a function itself. */
const grantOf = (code: Code, around: FunctionNode): Node | undefined =>
  code.answers.of(grantOf, around, () =>
    code.tree.own(around.body, "StringLiteral").find((literal) => {
      if (literal.value !== "refresh_token") return false;
      const parent = code.tree.parent(literal);
      if (parent?.type === "ObjectProperty")
        return parent.value === literal && propertyName(code, parent.key, parent.computed) === GRANT;
      const [first] = parent && "arguments" in parent ? parent.arguments : [];
      return first?.type === "StringLiteral" && first.value === GRANT;
    }),
  );

const GRANT = "grant_type";
