import { auth, extractWWWAuthenticateParams } from './auth.js';
import { provider, serverUrl } from './session.js';

let requested;

export async function onForbidden(response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (provider && error === 'insufficient_scope') {
    if (scope) {
      requested = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    }
    return auth(provider, { serverUrl, scope: requested });
  }
  throw new Error('forbidden');
}