interface Refusal {
  error: string;
  scope: string;
}

interface Listed {
  tokens(): Promise<{ scope: string[] }>;
  login(options: { client_id: string; scope?: string }): Promise<void>;
}

interface Plural {
  tokens(): Promise<{ access_token: string; scopes: string }>;
  login(options: { client_id: string; scope?: string }): Promise<void>;
}

type Bare = { tokens: () => Promise<string[]> };

declare function authorize(source: Bare, options: { scope?: string }): Promise<void>;

export class OfLists {
  private scope?: string;

  constructor(private readonly provider: Listed) {}

  async onRefused(body: Refusal) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: review unfit-sink (advice granted-scope-unknown)
      await this.provider.tokens();
      await this.provider.login({ client_id: "mcp", scope: this.scope });
    }
  }
}

export class OfPlurals {
  private scope?: string;

  constructor(private readonly provider: Plural) {}

  async onRefused(body: Refusal) {
    const { access_token } = await this.provider.tokens();
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: review unfit-sink (advice granted-scope-unknown)
      await this.provider.login({ client_id: access_token, scope: this.scope });
    }
  }
}

export class OfTexts {
  private scope?: string;

  async onRefused(source: Bare, body: Refusal) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: review unfit-sink (advice granted-scope-unknown)
      await authorize(source, { scope: this.scope });
    }
  }
}
