import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
function classify(e?: string): "step-up" | "other" {
  if (e === "insufficient_scope") return "step-up";
  return "other";
}
export class C {
  private scope?: string;
  constructor(
    private provider: OAuthClientProvider,
    private url: URL,
  ) {}
  async on(res: Response): Promise<unknown> {
    const ch = extractWWWAuthenticateParams(res);
    const { error, scope } = ch;
    const kind = classify(error);
    if (kind === "step-up") {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
    return undefined;
  }
}
