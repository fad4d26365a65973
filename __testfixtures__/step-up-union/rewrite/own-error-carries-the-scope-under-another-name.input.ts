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
      this.last = problem.where;
      this.wanted = problem.needed; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.wanted });
      return request(this.url + path);
    }
  }
}
