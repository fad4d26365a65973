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

  clearVerifier() {
    this.verifier = undefined;
  }
}

export const stepUp = (serverUrl, provider) => async (response) => {
  const { error, scope, resourceMetadataUrl } = extractWWWAuthenticateParams(response);
  if (error !== "insufficient_scope") return false;
  const union = computeScopeUnion(provider.requested, provider.tokens().scope, scope);
  provider.reset();
  provider.requested = union; // expect: already-union union-kept (advice refresh-cannot-widen)
  return (await auth(provider, { serverUrl, resourceMetadataUrl, scope: provider.requested })) === "AUTHORIZED";
};

export const stepUpAnew = (serverUrl, provider) => async (response) => {
  const { error, scope, resourceMetadataUrl } = extractWWWAuthenticateParams(response);
  if (error !== "insufficient_scope") return false;
  provider.clearVerifier();
  provider.requested = computeScopeUnion(provider.requested, provider.tokens().scope, scope); // expect: already-union union-kept (advice refresh-cannot-widen)
  return (await auth(provider, { serverUrl, resourceMetadataUrl, scope: provider.requested })) === "AUTHORIZED";
};
