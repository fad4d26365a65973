import { auth, extractWWWAuthenticateParams } from './auth.js';
import { provider, serverUrl } from './session.js';

let requested;

export async function onForbidden(response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (provider && error === 'insufficient_scope') {
    const tokens = await provider.tokens();
    if (scope) {
      requested = unionScopes(tokens?.scope, requested, scope);
    }
    return auth(provider, { serverUrl, scope: requested });
  }
  throw new Error('forbidden');
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