import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** The pattern has a choice beside the code, and none around it; so has the one of the scope, whose second group is needed. */
export class Reports {
  private wanted?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: string,
  ) {}

  async read(path: string): Promise<Response> {
    const response = await fetch(this.url + path);
    const header = response.headers.get("www-authenticate") ?? "";
    const found = /(^|[\s,])scope="([^"]+)"/.exec(header);
    if (response.status !== 403 || !/(?:^|[\s,])error="insufficient_scope"/.test(header) || !found) return response;
    this.wanted = found[2]; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.wanted });
    return fetch(this.url + path);
  }
}
