import { auth, extractWWWAuthenticateParams } from '@modelcontextprotocol/sdk/client/auth.js';

export function openShelf(provider, serverUrl) {
  let asked = 'books:read';

  return async function borrow(path) {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const held = await provider.tokens();
      const response = await fetch(new URL(path, serverUrl), {
        headers: { authorization: `Bearer ${held?.access_token}` },
      });
      if (response.status !== 403) return response;
      const challenge = extractWWWAuthenticateParams(response);
      if (challenge.error !== 'insufficient_scope') return response;
      const tokens = await provider?.tokens();
      asked = unionScopes(tokens?.scope, asked, challenge.scope);
      await auth(provider, { serverUrl, scope: asked, forceReauthorization: true });
    }
    throw new Error(`${path}: still refused`);
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
