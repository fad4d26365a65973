import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

class MissingPermission extends Error {
  constructor(
    readonly needed: string,
    readonly held: string,
  ) {
    super("The server asks for more.");
  }
}
export class Session {
  private wanted?: string;
  private heldScope = "base";
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: string,
  ) {}
  private async request(url: string): Promise<Response> {
    const reply = await fetch(url);
    if (reply.ok) return reply;
    const { error, scope } = extractWWWAuthenticateParams(reply);
    if (error === "insufficient_scope" && scope) throw new MissingPermission(scope, this.heldScope);
    throw new Error(`Status ${reply.status}`);
  }
  async get(path: string): Promise<Response> {
    try {
      return await this.request(this.url + path);
    } catch (problem) {
      if (!(problem instanceof MissingPermission)) throw problem;
      this.wanted = problem.held; // expect: review unproven-step-up (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.wanted });
      return this.request(this.url + path);
    }
  }
}
