import { useCallback, useRef } from "react";
import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export function ConnectButton({ url, provider }: { url: string; provider: OAuthClientProvider }) {
  const requested = useRef<string | undefined>(undefined);
  const onForbidden = useCallback(
    async (response: Response) => {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") {
        if (scope) requested.current = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
        await auth(provider, { serverUrl: url, scope: requested.current });
      }
    },
    [url, provider],
  );
  return <button onClick={() => void fetch(url).then(onForbidden)}>Connect</button>;
}
