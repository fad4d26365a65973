import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface State {
  readonly scope?: string;
  readonly tries: number;
}

async function step(
  provider: OAuthClientProvider,
  serverUrl: string,
  state: State,
  reply: Response,
): Promise<[State, string]> {
  const { error, scope } = extractWWWAuthenticateParams(reply);
  if (reply.status !== 403 || error !== "insufficient_scope" || !scope) return [state, "other"];
  const all = [state.scope, scope].filter(Boolean).join(" ");
  const next: State = { scope: all, tries: state.tries + 1 };
  return [next, await auth(provider, { serverUrl, scope: next.scope })]; // expect: already-union union-kept (advice refresh-cannot-widen)
}

export function client(provider: OAuthClientProvider, serverUrl: string): (reply: Response) => Promise<string> {
  let state: State = { tries: 0 };
  return async (reply) => {
    const [next, result] = await step(provider, serverUrl, state, reply);
    state = next;
    return result;
  };
}
