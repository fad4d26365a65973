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
      session.current.scope = unionScopes(session.current.scope, scope);
      await connect();
      return response;
    },
    [connect],
  );
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
