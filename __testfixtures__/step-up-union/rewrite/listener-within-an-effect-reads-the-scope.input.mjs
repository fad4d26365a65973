import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { useEffect } from "react";
export function Panel({ provider, url, socket }) {
  useEffect(() => {
    const state = { scope: "read" };
    socket.on("response", async (response) => {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error !== "insufficient_scope" || !scope) return;
      state.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(provider, { serverUrl: url, scope: state.scope });
    });
    return () => socket.off("response");
  }, [socket]);
}
