import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { otherReader } from "./readers.ts";
import { methodsNamed } from "./tokens-givers.ts";

/**
 * Where a provider of this file looks something up by the scope that `auth()` hands it for a token request, or makes
 * another text of it: `prepareTokenRequest(scope) { return AUDIENCES.get(scope); }`.
 */
export const readBesideRequest = (code: Code): Node | undefined =>
  code.answers.of(readBesideRequest, code, () => {
    for (const { params } of methodsNamed(code, "prepareTokenRequest")) {
      const [first] = params;
      const name = first?.type === "AssignmentPattern" ? first.left : first;
      const binding = name?.type === "Identifier" ? code.bindings.resolve(name) : undefined;
      for (const reference of (binding && code.bindings.references(binding)) ?? []) {
        const reader = reference === name ? undefined : otherReader(code, reference);
        if (reader) return reader;
      }
    }
    return undefined;
  });
