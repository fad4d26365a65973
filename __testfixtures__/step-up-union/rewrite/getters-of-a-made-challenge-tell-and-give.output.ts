import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

class BearerChallenge {
  private readonly parameters: ReadonlyMap<string, string>;

  constructor(
    private readonly status: number,
    header: string,
  ) {
    this.parameters = new Map([...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name ?? "", value ?? ""]));
  }

  static of(response: Response): BearerChallenge {
    return new BearerChallenge(response.status, response.headers.get("www-authenticate") ?? "");
  }

  get lacksScope(): boolean {
    return this.status === 403 && this.parameters.get("error") === "insufficient_scope";
  }

  get scope(): string | undefined {
    return this.parameters.get("scope");
  }
}

export class Freight {
  private requested: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async book(path: string, again = true): Promise<Response> {
    const tokens = await this.provider.tokens();
    const response = await fetch(new URL(path, this.url), {
      headers: { authorization: `Bearer ${tokens?.access_token}` },
    });
    const challenge = BearerChallenge.of(response);
    if (!challenge.lacksScope || !again) return response;
    const grantedTokens = await this.provider.tokens();
    if (challenge.scope) this.requested = unionScopes(grantedTokens?.scope, this.requested, challenge.scope);
    const result = await auth(this.provider, { serverUrl: this.url, scope: this.requested });
    return result === "AUTHORIZED" ? this.book(path, false) : response;
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
