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
      this.scope = body.scope;
      await signIn(provider, { scope: this.scope });
    }
  }
}

export class Enumerated {
  private scope?: string;

  async onRefused(provider: AuthProvider, body: Refusal) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope;
      await signIn(provider, { scope: this.scope });
    }
  }
}

export class Homonymous {
  private scope?: string;

  async onRefused(provider: OAuthClientProvider, body: Refusal) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope;
      await signIn(provider, { scope: this.scope });
    }
  }
}

export class OfAUser {
  private scope?: string;

  constructor(private readonly authProvider: UserTokens) {}

  async onRefused(body: Refusal) {
    if (body.error === "insufficient_scope") {
      this.scope = unionScopes(this.scope, body.scope);
      await signIn(this.authProvider, { scope: this.scope });
    }
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
