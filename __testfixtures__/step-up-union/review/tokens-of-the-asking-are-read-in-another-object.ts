interface TokenSet {
  access_token: string;
  scope?: string;
}

interface Challenge {
  error?: string;
  scope?: string;
}

export class Account {
  tokens: TokenSet | undefined;
  private wish = "base";

  constructor(private readonly popup: (scope: string) => Promise<TokenSet>) {}

  async widen({ error, scope }: Challenge): Promise<void> {
    if (error !== "insufficient_scope" || !scope) throw new TypeError("no step-up");
    this.wish = scope; // expect: review unfit-sink (advice granted-scope-unknown)
    this.tokens = await this.popup(this.wish ?? "base");
  }
}

export class Requests {
  constructor(private readonly account: Account) {}

  headers(): Record<string, string> {
    return { authorization: `Bearer ${this.account.tokens?.access_token}` };
  }
}
