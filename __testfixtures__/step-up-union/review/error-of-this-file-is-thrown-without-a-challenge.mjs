import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

class InsufficientScopeError extends Error {
  code = "insufficient_scope";

  constructor(requiredScope) {
    super(`requires ${requiredScope}`);
    this.requiredScope = requiredScope;
  }
}

class PolicyError extends InsufficientScopeError {}

class InsufficientScopeException extends Error {
  code = "insufficient_scope";

  constructor(scope) {
    super(scope);
    this.scope = scope;
  }
}

export class WithPolicy {
  scope;

  constructor(provider, serverUrl, policy) {
    this.provider = provider;
    this.serverUrl = serverUrl;
    this.policy = policy;
  }

  async attempt(tool) {
    if (this.policy.asksFor(tool)) throw new PolicyError(this.policy.scopeOf(tool));
    const response = await fetch(this.serverUrl, { method: "POST", body: tool });
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") throw new InsufficientScopeError(scope);
    return response;
  }

  async run(tool) {
    try {
      return await this.attempt(tool);
    } catch (error) {
      if (!(error instanceof InsufficientScopeError)) throw error;
      this.scope = error.requiredScope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
      return this.attempt(tool);
    }
  }
}

export function withStatus(provider, serverUrl) {
  let scope;
  const call = async () => {
    const response = await fetch(serverUrl);
    if (response.status === 403) throw new InsufficientScopeException(extractWWWAuthenticateParams(response).scope);
    return response;
  };
  return async () => {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof InsufficientScopeException)) throw error;
      scope = error.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(provider, { serverUrl, scope });
      return call();
    }
  };
}
