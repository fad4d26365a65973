import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const PARTS = ["insufficient", "scope"];

/** Texts that hold the two words and are not the error code, or are not known. */
export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {}

  async onForbidden(response: Response, separator: string): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === ["insufficient", "scope"].join("/")) this.scope = scope;
    if (error === ["insufficient", "scope"].join(separator)) this.scope = scope;
    if (error === ["insufficient", "scope"].join()) this.scope = scope;
    if (error === "insufficient" + "_scope_of_claims") this.scope = scope;
    if (error === PARTS.reverse().join("_")) this.scope = scope;
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
