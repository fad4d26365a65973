import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

const providers = {};
const state = { scope: undefined };

export const register = (name, provider) => {
  providers[name] = provider;
};

export async function onRefused(name, url, response) {
  const challenge = extractWWWAuthenticateParams(response);
  if (challenge.error === "insufficient_scope" && challenge.scope) {
    state.scope = challenge.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(providers[name], { serverUrl: url, scope: state.scope });
  }
}
