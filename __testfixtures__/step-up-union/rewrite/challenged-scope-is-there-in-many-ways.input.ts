import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

/** Nothing here ever wrote an undefined scope: no advice is due. */
export class Proved {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async compared(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    if (scope !== undefined) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    }
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async keptOtherwise(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    this.scope = scope ?? this.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async testedByTheCaller(response: Response): Promise<void> {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error === "insufficient_scope" && challenge.scope) await this.#stepUp(challenge.scope);
  }

  async testedBeforeItAsks(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    if (!scope) return;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  async #stepUp(scope: string | undefined): Promise<void> {
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
