import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

// A function gives what kind of answer came and the scope as a pair, with or without a record in it.

function pairOf(response: Response): [string, string?] {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") return ["step-up", scope];
  return ["failed"];
}

function refusalOf(response: Response): [Response, null] | [null, { code: string; wanted?: string }] {
  if (response.ok) return [response, null];
  const { error, scope } = extractWWWAuthenticateParams(response);
  return error === "insufficient_scope" ? [null, { code: "more", wanted: scope }] : [null, { code: "other" }];
}

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async byPair(response: Response) {
    const [kind, wanted] = pairOf(response);
    if (kind === "step-up") {
      this.scope = wanted; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async byRecord(response: Response) {
    const [, refused] = refusalOf(response);
    if (refused?.code !== "more") return;
    this.scope = refused.wanted; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
