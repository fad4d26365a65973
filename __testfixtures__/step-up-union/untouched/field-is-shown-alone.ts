import { extractWWWAuthenticateParams, auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
export class Panel {
  scope?: string;
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: string,
    private readonly wanted: Set<string>,
  ) {}
  async onReply(response: Response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope;
    for (const each of scope.split(" ")) this.wanted.add(each);
    await auth(this.provider, { serverUrl: this.url, scope: [...this.wanted].join(" ") });
  }
  render() {
    return `Missing: ${this.scope}`;
  }
}
