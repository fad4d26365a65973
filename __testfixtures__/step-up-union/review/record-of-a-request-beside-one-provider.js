import { auth, extractWWWAuthenticateParams } from '@modelcontextprotocol/sdk/client/auth.js';
import { AsyncLocalStorage } from 'node:async_hooks';
import { provider } from './provider.js';
const context = new AsyncLocalStorage();
export async function onForbidden(res) {
  const store = context.getStore();
  const { error, scope } = extractWWWAuthenticateParams(res);
  if (error !== 'insufficient_scope' || !scope) return;
  store.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
  await auth(provider, { serverUrl: store.serverUrl, scope: store.scope });
}
