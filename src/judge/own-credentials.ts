import { bindingFrom, importedFrom } from "../find/imported.ts";
import { proofOfProvider } from "../find/provider-proof.ts";
import { hasScopeOfItsOwn } from "../find/sdk.ts";
import { unwrap } from "../find/syntax.ts";
import type { Code } from "../parse/code.ts";
import type { Node } from "../parse/tree.ts";
import { firstValues } from "./holders.ts";

/**
 * The code by which a provider is one of the SDK's that ask with the client's own credentials: for the scope of its own
 * metadata, whatever `auth()` was given (`fetchToken` of SDK v1).
 */
export const ownCredentials = (code: Code, provider: Node): Node | undefined =>
  [...(proofOfProvider(code, provider) ?? []), ...firstValues(code, unwrap(provider))].find((proof) => {
    if (proof.type === "NewExpression") {
      const made = importedFrom(code, proof.callee);
      return made !== undefined && hasScopeOfItsOwn(made);
    }
    let isOwn = false;
    if (proof.type.startsWith("TS"))
      code.tree.walk(proof, (node) => {
        const binding = node.type === "Identifier" ? code.bindings.resolve(node) : undefined;
        const imported = binding && bindingFrom(code, binding);
        if (imported && hasScopeOfItsOwn(imported)) isOwn = true;
        return undefined;
      });
    return isOwn;
  });
