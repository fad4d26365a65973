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
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown)
    await auth(this.login, { serverUrl: this.url, scope: this.scope });
  }
}

export class HubClient {
  private scope?: string;
  constructor(private readonly url: URL, private readonly account: LinkedAccount) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown)
    await auth(this.account, { serverUrl: this.url, scope: this.scope });
  }
}

export class PlainClient {
  private scope?: string;
  constructor(private readonly url: URL, private readonly login: PlainLogin) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.login, { serverUrl: this.url, scope: this.scope });
  }
}
