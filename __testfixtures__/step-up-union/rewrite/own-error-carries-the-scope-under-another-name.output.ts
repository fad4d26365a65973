import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

class MissingPermission extends Error {
  readonly where: string;
  constructor(
    readonly needed: string,
    where: string,
  ) {
    super("The server asks for more.");
    this.where = where;
  }
}

async function request(url: string): Promise<Response> {
  const reply = await fetch(url);
  if (reply.ok) return reply;
  const { error, scope } = extractWWWAuthenticateParams(reply);
  if (error === "insufficient_scope" && scope) throw new MissingPermission(scope, url);
  throw new Error(`Status ${reply.status}`);
}

export class Session {
  private wanted?: string;
  private last?: string;
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: string,
  ) {}
  get lastRefused(): string | undefined {
    return this.last;
  }
  async get(path: string): Promise<Response> {
    try {
      return await request(this.url + path);
    } catch (problem) {
      if (!(problem instanceof MissingPermission)) throw problem;
      const tokens = await this.provider.tokens();
      this.last = problem.where;
      this.wanted = unionScopes(tokens?.scope, this.wanted, problem.needed);
      await auth(this.provider, { serverUrl: this.url, scope: this.wanted });
      return request(this.url + path);
    }
  }
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
