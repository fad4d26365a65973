import { auth, extractWWWAuthenticateParams } from '@modelcontextprotocol/sdk/client/auth.js';
import { provider, url } from './session.js';

let requestedScope;

export function Retry() {
  const onClick = async () => {
    const response = await fetch(url);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (provider && error === 'insufficient_scope') {
      requestedScope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(provider, { serverUrl: url, scope: requestedScope });
    }
  };
  return <button onClick={onClick}>{`Retry ${url}`}</button>;
}
