import { useCallback, useMemo, useRef } from "react";
import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { createProvider } from "../shared/provider.js";

const URL_OF_SERVER = "https://mcp.example.com/mcp";

export function ConnectButton() {
  const requested = useRef<string | undefined>(undefined);
  const provider = useMemo<OAuthClientProvider>(() => createProvider(URL_OF_SERVER), []);
  const onForbidden = useCallback(
    async (response: Response) => {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") {
        const tokens = await provider?.tokens();
        if (scope) requested.current = unionScopes(tokens?.scope, requested.current, scope);
        await auth(provider, { serverUrl: URL_OF_SERVER, scope: requested.current });
      }
    },
    [provider],
  );
  return <button onClick={() => void fetch(URL_OF_SERVER).then(onForbidden)}>Connect</button>;
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.
 */
function unionScopes(...scopes: [...Array<string | undefined>, string]): string;
function unionScopes(...scopes: Array<string | undefined>): string | undefined;
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
