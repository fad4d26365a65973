import { auth, extractWWWAuthenticateParams } from '@modelcontextprotocol/sdk/client/auth.js';
import { provider, url } from './session.js';

let requestedScope;

export function Retry() {
  const onClick = async () => {
    const response = await fetch(url);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (provider && error === 'insufficient_scope') {
      const tokens = await provider.tokens();
      requestedScope = unionScopes(tokens?.scope, requestedScope, scope);
      await auth(provider, { serverUrl: url, scope: requestedScope });
    }
  };
  return <button onClick={onClick}>{`Retry ${url}`}</button>;
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
