import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

class Refused extends Error {
  constructor(readonly scope: string) {
    super("The server asks for more.");
  }
}

async function request(url: string): Promise<Response> {
  const reply = await fetch(url);
  if (reply.ok) return reply;
  const { error, scope } = extractWWWAuthenticateParams(reply);
  if (error === "insufficient_scope" && scope) throw new Refused(`one of ${scope}`);
  throw new Error(`Status ${reply.status}`);
}

export class Session {
  private scope?: string;
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: string,
  ) {}
  async get(path: string): Promise<Response> {
    try {
      return await request(this.url + path);
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      this.scope = problem.scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      return request(this.url + path);
    }
  }
}
