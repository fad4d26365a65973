import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Reports {
  private wanted?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: string,
  ) {}

  async read(path: string): Promise<Response> {
    const response = await fetch(this.url + path);
    const header = response.headers.get("www-authenticate") ?? "";
    const scope = /scope="([^"]+)"/.exec(header)?.[1];
    if (response.status !== 403 || !/[insufficient_scope]+/.test(header) || !scope) return response;
    this.wanted = scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.wanted });
    return fetch(this.url + path);
  }
}
