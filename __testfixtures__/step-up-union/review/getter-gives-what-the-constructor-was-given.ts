import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

class Challenge {
  readonly status: number;
  params: Map<string, string>;
  private wanted: string | undefined;
  constructor(response: Response, wanted?: string) {
    this.status = response.status;
    this.params = new Map([...(response.headers.get("www-authenticate") ?? "").matchAll(/(\w+)="([^"]*)"/g)].map(([, k, v]) => [k ?? "", v ?? ""]));
    this.wanted = wanted;
  }
  get lacksScope(): boolean {
    return this.status === 403 && this.params.get("error") === "insufficient_scope";
  }
  get scope(): string | undefined {
    return this.wanted;
  }
}

export class Films {
  private scope: string | undefined;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async get(path: string, again = true): Promise<Response> {
    const tokens = await this.provider.tokens();
    const response = await fetch(new URL(path, this.url), {
      headers: { authorization: `Bearer ${tokens?.access_token}` },
    });
    const challenge = new Challenge(response, new URL(path, this.url).searchParams.get("scope") ?? undefined);
    if (challenge.lacksScope && challenge.scope && again) {
      this.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
      const result = await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      if (result === "AUTHORIZED") return this.get(path, false);
    }
    return response;
  }
}
