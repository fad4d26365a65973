import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import type { OAuthTokens } from "@modelcontextprotocol/sdk/shared/auth.js";

declare const vault: { get(key: string): Promise<OAuthTokens | undefined>; set(key: string, value: OAuthTokens): Promise<void> };
declare const grants: { of(owner: string): Promise<Array<{ host: string; tokens: OAuthTokens }>> };

abstract class Login implements OAuthClientProvider {
  readonly redirectUrl = "https://app.example/done";
  readonly clientMetadata = { redirect_uris: [this.redirectUrl] };
  clientInformation = () => undefined;
  redirectToAuthorization(url: URL): void {
    console.log(url.href);
  }
  saveCodeVerifier(): void {}
  codeVerifier = () => "";
  abstract tokens(): Promise<OAuthTokens | undefined>;
  abstract saveTokens(tokens: OAuthTokens): Promise<void>;
}

/** What is stored as the scope is more than was granted: a union with it would ask the server for marks of the app. */
class WorkspaceLogin extends Login {
  tokens(): Promise<OAuthTokens | undefined> {
    return vault.get("tokens");
  }
  async saveTokens(tokens: OAuthTokens): Promise<void> {
    const marks = ["workspace:main", `plan:${tokens.token_type}`];
    const scope = [...(tokens.scope?.split(" ") ?? []), ...marks].join(" ");
    await vault.set("tokens", { ...tokens, scope });
  }
}

/** What is given as the scope is that of all accounts: a union with it would ask one server for the scopes of others. */
class LinkedAccount extends Login {
  async tokens(): Promise<OAuthTokens | undefined> {
    const rows = await grants.of("me");
    const mine = rows.find((row) => row.host === "example.com");
    if (!mine) return undefined;
    return { ...mine.tokens, scope: rows.map((row) => row.tokens.scope).join(" ") };
  }
  async saveTokens(tokens: OAuthTokens): Promise<void> {
    await vault.set("tokens", tokens);
  }
}

/** What is stored is what was granted, each word once. */
class PlainLogin extends Login {
  tokens(): Promise<OAuthTokens | undefined> {
    return vault.get("tokens");
  }
  async saveTokens(tokens: OAuthTokens): Promise<void> {
    const scope = tokens.scope && [...new Set(tokens.scope.split(" "))].join(" ");
    await vault.set("tokens", { ...tokens, scope });
  }
}

export class WorkspaceClient {
  private scope?: string;
  constructor(private readonly url: URL, private readonly login: WorkspaceLogin) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = unionScopes(this.scope, scope);
    await auth(this.login, { serverUrl: this.url, scope: this.scope });
  }
}

export class HubClient {
  private scope?: string;
  constructor(private readonly url: URL, private readonly account: LinkedAccount) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = unionScopes(this.scope, scope);
    await auth(this.account, { serverUrl: this.url, scope: this.scope });
  }
}

export class PlainClient {
  private scope?: string;
  constructor(private readonly url: URL, private readonly login: PlainLogin) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    const tokens = await this.login.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await auth(this.login, { serverUrl: this.url, scope: this.scope });
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
