import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** The terminal is for everybody: who signs in next would be asked for what the one before was. */
export class Kiosk {
  private askedFor?: string;
  private visit?: string;

  constructor(
    private readonly archive: URL,
    private readonly visitor: OAuthClientProvider,
  ) {}

  async signOut(): Promise<void> {
    await this.visitor.invalidateCredentials?.("all");
    this.visit = undefined;
  }

  async request(path: string, mayAsk = true): Promise<Response> {
    const response = await fetch(new URL(path, this.archive), { headers: { "x-visit": this.visit ?? "" } });
    if (response.status !== 403 || !mayAsk) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    this.askedFor = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.visitor, { serverUrl: this.archive, scope: this.askedFor });
    return this.request(path, false);
  }
}

/** By another name, and by emptying what is stored. */
export class Desk {
  private scope?: string;

  constructor(
    private readonly server: URL,
    private readonly login: OAuthClientProvider,
  ) {}

  async changeShift(): Promise<void> {
    await this.endShift();
  }

  private async endShift(): Promise<void> {
    const { login } = this;
    await login.saveTokens({ access_token: "", token_type: "Bearer" });
  }

  async request(path: string, mayAsk = true): Promise<Response> {
    const response = await fetch(new URL(path, this.server));
    if (response.status !== 403 || !mayAsk) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.login, { serverUrl: this.server, scope: this.scope });
    return this.request(path, false);
  }
}

/** In a closure. */
export function connect(server: URL, provider: OAuthClientProvider) {
  let scope: string | undefined;

  async function request(path: string, mayAsk = true): Promise<Response> {
    const response = await fetch(new URL(path, server));
    if (response.status !== 403 || !mayAsk) return response;
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    scope = challenge.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(provider, { serverUrl: server, scope });
    return request(path, false);
  }

  return { request, logout: () => provider.invalidateCredentials?.("tokens") };
}
