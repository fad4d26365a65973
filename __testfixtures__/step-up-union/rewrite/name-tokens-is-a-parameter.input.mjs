import { auth, extractWWWAuthenticateParams } from './auth.js';

export function countTokens(tokens, provider, state) {
  return async (response) => {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === 'insufficient_scope') {
      state.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(provider, { serverUrl: state.url, scope: state.scope });
      console.error(`${tokens.length} tokens of text are waiting`);
    }
  };
}
