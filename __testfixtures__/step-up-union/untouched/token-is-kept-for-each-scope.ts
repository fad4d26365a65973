import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
export class PerScope {
  private readonly tokens = new Map<string, string>();
  constructor(private readonly grant: (o: { scope: string }) => Promise<string>) {}
  async call(url: string, scope = ""): Promise<Response> {
    const reply = await fetch(url, { headers: { authorization: `Bearer ${this.tokens.get(scope)}` } });
    const challenge = extractWWWAuthenticateParams(reply);
    if (
      reply.status === 403 &&
      challenge.error === "insufficient_scope" &&
      challenge.scope &&
      !this.tokens.has(challenge.scope)
    ) {
      this.tokens.set(challenge.scope, await this.grant({ scope: challenge.scope }));
      return this.call(url, challenge.scope);
    }
    return reply;
  }
}
