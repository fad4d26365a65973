import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

const EMPTY = { scope: undefined, resourceMetadataUrl: undefined };

export function createState(provider, url) {
  const state = { ...EMPTY };

  async function on(response) {
    const { error, scope, resourceMetadataUrl } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      Object.assign(state, EMPTY);
      state.scope = scope; // expect: review unfit-sink
      state.resourceMetadataUrl = resourceMetadataUrl;
      await auth(provider, { serverUrl: url, scope: state.scope, resourceMetadataUrl });
    }
  }

  return { on };
}
