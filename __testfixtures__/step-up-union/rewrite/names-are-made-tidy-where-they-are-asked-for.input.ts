import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** The names are only made tidy where they are asked for. */
export class Calendar {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: string,
  ) {}

  async authorize(): Promise<void> {
    const names = (this.scope ?? "").split(" ").filter(Boolean);
    const scope = names.map((each) => each.trim()).join(" ");
    await auth(this.provider, { serverUrl: this.url, scope });
  }

  async request(path: string): Promise<Response> {
    const response = await fetch(this.url + path);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: rewrite replaced-scope
    await this.authorize();
    return fetch(this.url + path);
  }
}
