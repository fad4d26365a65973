import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** The field lives on while `target()` turns to another server: a union would carry over what the first one was asked. */
export class Inspector {
  private server?: URL;
  private provider?: OAuthClientProvider;
  private scope?: string;

  target(server: URL, provider: OAuthClientProvider): void {
    this.server = server;
    this.provider = provider;
  }

  async send(body: string, again = true): Promise<Response> {
    const { server, provider } = this;
    if (!server || !provider) throw new Error("no target");
    const response = await fetch(server, { method: "POST", body });
    if (response.status !== 403 || !again) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(provider, { serverUrl: server, scope: this.scope });
    return this.send(body, false);
  }
}

interface Target {
  readonly server: URL;
  readonly provider: OAuthClientProvider;
}

/** The same with both in one record, taken apart at once or one after the other. */
export class Console {
  private current?: Target;
  private scope?: string;

  open(server: URL, provider: OAuthClientProvider): void {
    this.current = { server, provider };
  }

  async send(body: string, again = true): Promise<Response> {
    if (!this.current) throw new Error("no target");
    const { current } = this;
    const { server, provider: login } = current;
    const response = await fetch(server, { method: "POST", body });
    if (response.status !== 403 || !again) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(login, { serverUrl: server, scope: this.scope });
    return this.send(body, false);
  }
}
