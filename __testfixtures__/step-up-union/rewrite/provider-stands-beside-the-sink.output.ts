import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Link {
  url: string;
  provider: OAuthClientProvider;
  scope?: string;
}

type Session = { readonly url: string; oauth?: OAuthClientProvider; requested?: string };

class Server {
  wanted: string | undefined;

  constructor(
    readonly url: string,
    readonly credentials: OAuthClientProvider | undefined,
  ) {}
}

export async function onReply(link: Link, response: Response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) {
    const tokens = await link.provider.tokens();
    link.scope = unionScopes(tokens?.scope, link.scope, scope);
    await login(link);
  }
}

export async function onSession(session: Session, response: Response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) {
    const tokens = await session.oauth?.tokens();
    session.requested = unionScopes(tokens?.scope, session.requested, scope);
    await authorize({ client_id: "mcp", url: session.url, scope: session.requested });
  }
}

export async function onServer(server: Server, response: Response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) {
    const tokens = await server.credentials?.tokens();
    server.wanted = unionScopes(tokens?.scope, server.wanted, scope);
    await authorize({ client_id: "mcp", url: server.url, scope: server.wanted });
  }
}

async function login(link: Link) {
  await auth(link.provider, { serverUrl: link.url, scope: link.scope });
}

async function authorize({ url, scope, client_id }: { url: string; scope?: string; client_id: string }) {
  const address = new URL("/authorize", url);
  address.searchParams.set("client_id", client_id);
  if (scope) address.searchParams.set("scope", scope);
  location.assign(address);
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.
 */
function unionScopes(...scopes: [...Array<string | undefined>, string]): string;
function unionScopes(...scopes: Array<string | undefined>): string | undefined;
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
