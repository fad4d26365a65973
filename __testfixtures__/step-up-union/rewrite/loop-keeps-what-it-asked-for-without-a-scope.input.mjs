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
      asked = challenge.scope || asked; // expect: rewrite replaced-scope
      await auth(provider, { serverUrl, scope: asked, forceReauthorization: true });
    }
    throw new Error(`${path}: still refused`);
  };
}
