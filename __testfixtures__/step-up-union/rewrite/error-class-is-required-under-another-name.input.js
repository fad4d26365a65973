const { InsufficientScopeError: ScopeError, auth: authorize } = require("@modelcontextprotocol/client");

exports.withStepUp = (run, provider, serverUrl) => {
  let asked;
  return async () => {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof ScopeError)) throw error;
      asked = error.requiredScope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      return authorize(provider, { serverUrl, scope: asked });
    }
  };
};
