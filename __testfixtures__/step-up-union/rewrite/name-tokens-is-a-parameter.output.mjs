import { auth, extractWWWAuthenticateParams } from './auth.js';

export function countTokens(tokens, provider, state) {
  return async (response) => {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === 'insufficient_scope') {
      const grantedTokens = await provider?.tokens();
      state.scope = unionScopes(grantedTokens?.scope, state.scope, scope);
      await auth(provider, { serverUrl: state.url, scope: state.scope });
      console.error(`${tokens.length} tokens of text are waiting`);
    }
  };
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(' ').split(/\s+/);
  const union = tokens.filter((token, index) => token !== '' && tokens.indexOf(token) === index);
  return union.join(' ') || undefined;
}
