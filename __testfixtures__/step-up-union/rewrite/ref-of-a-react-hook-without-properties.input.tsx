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
        if (scope) requested.current = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
        await auth(provider, { serverUrl: URL_OF_SERVER, scope: requested.current });
      }
    },
    [provider],
  );
  return <button onClick={() => void fetch(URL_OF_SERVER).then(onForbidden)}>Connect</button>;
}
