interface Refusal {
  error: string;
  scope?: string;
}

type ProviderName = "google" | "github";

enum AuthProvider {
  Google = "google",
}

/** What another library calls so. */
interface OAuthClientProvider {
  id: string;
}

interface UserTokens {
  tokens(user: string): Promise<{ access_token: string; scope?: string }>;
}

declare function signIn(provider: ProviderName | AuthProvider | OAuthClientProvider | UserTokens, options: { scope?: string }): Promise<void>;

export class Named {
  private scope?: string;

  async onRefused(provider: ProviderName, body: Refusal) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: review unfit-sink (advice granted-scope-unknown, scope-may-be-missing)
      await signIn(provider, { scope: this.scope });
    }
  }
}

export class Enumerated {
  private scope?: string;

  async onRefused(provider: AuthProvider, body: Refusal) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: review unfit-sink (advice granted-scope-unknown, scope-may-be-missing)
      await signIn(provider, { scope: this.scope });
    }
  }
}

export class Homonymous {
  private scope?: string;

  async onRefused(provider: OAuthClientProvider, body: Refusal) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: review unfit-sink (advice granted-scope-unknown, scope-may-be-missing)
      await signIn(provider, { scope: this.scope });
    }
  }
}

export class OfAUser {
  private scope?: string;

  constructor(private readonly authProvider: UserTokens) {}

  async onRefused(body: Refusal) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
      await signIn(this.authProvider, { scope: this.scope });
    }
  }
}
