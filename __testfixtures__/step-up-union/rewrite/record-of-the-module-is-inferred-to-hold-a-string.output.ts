import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const session = { scope: "", opened: 0 };

export async function send(url: URL, provider: OAuthClientProvider): Promise<void> {
  const response = await fetch(url);
  session.opened += 1;
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) {
    const tokens = await provider.tokens();
    session.scope = unionScopes(tokens?.scope, session.scope, scope) ?? scope;
    await auth(provider, { serverUrl: url, scope: session.scope });
  }
}

/** The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order. */
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
