import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Challenge {
  error?: string;
  scope?: string;
}

declare function parseChallenges(header: string | null): Challenge[];

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  private async authorize(): Promise<void> {
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async keepsTheChallenge(response: Response): Promise<void> {
    let found: Challenge | undefined;
    for (const each of parseChallenges(response.headers.get("WWW-Authenticate"))) {
      if (each.error === "insufficient_scope") {
        found = each;
        break;
      }
    }
    if (found) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, found.scope);
      await this.authorize();
    }
  }

  async keepsTheScope(response: Response): Promise<void> {
    let needed: string | undefined;
    for (const { error, scope } of parseChallenges(response.headers.get("WWW-Authenticate"))) {
      if (error !== "insufficient_scope") continue;
      needed = scope;
    }
    if (needed === undefined) throw new Error("forbidden");
    const tokens = await this.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, needed);
    await this.authorize();
  }

  async waitsForThem(responses: AsyncIterable<Response>): Promise<void> {
    let found: Challenge | null = null;
    for await (const response of responses) {
      const [challenge] = parseChallenges(response.headers.get("WWW-Authenticate"));
      if (challenge?.error === "insufficient_scope") found = challenge;
    }
    if (!found) return;
    const tokens = await this.provider.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, found.scope);
    await this.authorize();
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
