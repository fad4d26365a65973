import { auth, computeScopeUnion, extractWWWAuthenticateParams } from "@modelcontextprotocol/client";

export class EphemeralProvider {
  stored = undefined;
  requested = undefined;

  tokens() {
    return this.stored;
  }

  saveTokens(tokens) {
    this.stored = tokens;
  }

  reset() {
    this.stored = this.requested = this.verifier = undefined;
  }
}

export const stepUp = (serverUrl, provider) => async (response) => {
  const { error, scope, resourceMetadataUrl } = extractWWWAuthenticateParams(response);
  if (error !== "insufficient_scope") return false;
  provider.reset();
  provider.requested = computeScopeUnion(provider.requested, provider.tokens().scope, scope); // expect: review unfit-sink
  return (await auth(provider, { serverUrl, resourceMetadataUrl, scope: provider.requested })) === "AUTHORIZED";
};
