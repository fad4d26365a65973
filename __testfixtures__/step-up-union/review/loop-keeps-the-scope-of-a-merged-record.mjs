import { auth } from '@modelcontextprotocol/sdk/client/auth.js';
import { parseChallenge } from './challenge.js';

export function openShelf(provider, serverUrl) {
  let asked;

  return async function widen(responses) {
    let denied = {};
    for (const response of responses) {
      denied = { ...denied, ...parseChallenge(response.headers.get('www-authenticate')) };
      if (response.status === 403 && denied.error === 'insufficient_scope') {
        asked = denied.scope ?? asked; // expect: review unproven-step-up
        await auth(provider, { serverUrl, scope: asked, forceReauthorization: true });
      }
    }
  };
}
