import { auth, extractWWWAuthenticateParams } from '@modelcontextprotocol/sdk/client/auth.js';
import { provider, url } from './session.js';

let requestedScope;

export function Retry({ response }) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  const onClick = () => auth(provider, { serverUrl: url, scope: requestedScope });
  return (
    <form>
      {/* step-up-union-ignore-next-line replaced-scope -- the page forgets what it was granted */}
      <button onClick={() => error === 'insufficient_scope' && ((requestedScope = scope), onClick())}>Retry</button>
    </form>
  );
}
