import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

const renewing = (provider) => async (response) => {
  const renewed = response.headers.get("x-renewed-token");
  if (renewed) await provider.saveTokens({ ...(await provider.tokens()), access_token: renewed });
  return response;
};

export const send = (provider, serverUrl, body) =>
  fetch(serverUrl, { method: "POST", body })
    .then(renewing(provider))
    .then(async (response) => {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope" && scope) await auth(provider, { serverUrl, scope }); // expect: rewrite challenge-only-scope (advice refresh-cannot-widen)
      return response;
    });
