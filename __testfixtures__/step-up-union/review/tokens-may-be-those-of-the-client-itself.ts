interface Tokens {
  access_token: string;
  scope?: string;
}

interface Backend {
  token(form: Record<string, string>): Promise<Tokens>;
  browse(query: Record<string, string>): Promise<{ code: string }>;
}

export class Vault {
  private person: Tokens | undefined;

  constructor(private readonly backend: Backend) {}

  async tokens(): Promise<Tokens> {
    if (this.person) return this.person;
    return this.backend.token({ grant_type: "client_credentials", scope: "telemetry" });
  }

  async redeem(code: string): Promise<void> {
    this.person = await this.backend.token({ grant_type: "authorization_code", code });
  }
}

export class Store {
  private requested: string | undefined;

  constructor(
    private readonly backend: Backend,
    private readonly vault: Vault,
  ) {}

  async visit(path: string): Promise<Response> {
    const { access_token } = await this.vault.tokens();
    const response = await fetch(path, { headers: { authorization: `Bearer ${access_token}` } });
    if (response.status !== 403) return response;
    const { error, scope } = (await response.json()) as { error?: string; scope?: string };
    if (error !== "insufficient_scope" || !scope) return response;
    this.requested = scope; // expect: review unfit-sink
    const { code } = await this.backend.browse({ response_type: "code", scope: this.requested });
    await this.vault.redeem(code);
    return fetch(path);
  }
}
