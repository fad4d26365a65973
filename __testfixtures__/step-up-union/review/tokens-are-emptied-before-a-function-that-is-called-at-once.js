import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

const forgetting = (provider) => async (response) => {
  if (response.status === 403) await provider.saveTokens({ access_token: "", token_type: "Bearer" });
  return response;
};

export const send = (provider, serverUrl, body) =>
  fetch(serverUrl, { method: "POST", body })
    .then(forgetting(provider))
    .then((response) =>
      (async () => {
        const { error, scope } = extractWWWAuthenticateParams(response);
        if (error === "insufficient_scope" && scope) await auth(provider, { serverUrl, scope }); // expect: review unfit-sink
        return response;
      })(),
    );
