import { useCallback, useRef } from "react";

const ISSUER = "https://login.warehouse.example";

export function useWarehouse(popup) {
  /** @type {React.MutableRefObject<{ scope: string, token: null | { access_token: string } }>} */
  const session = useRef({ scope: "stock:read", token: null });

  const connect = useCallback(async () => {
    const url = new URL(`${ISSUER}/authorize`);
    url.searchParams.set("client_id", "warehouse-web");
    url.searchParams.set("scope", session.current.scope);
    session.current = { ...session.current, token: await popup(url) };
  }, [popup]);

  return useCallback(
    async (path) => {
      const response = await fetch(path);
      const header = response.headers.get("www-authenticate") ?? "";
      const scope = /scope="([^"]+)"/.exec(header)?.[1];
      if (!header.includes('error="insufficient_scope"') || !scope) return response;
      session.current.scope = scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
      await connect();
      return response;
    },
    [connect],
  );
}
