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
    if (challenge.scope) this.requested = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
    const result = await auth(this.provider, { serverUrl: this.url, scope: this.requested });
    return result === "AUTHORIZED" ? this.book(path, false) : response;
  }
}
