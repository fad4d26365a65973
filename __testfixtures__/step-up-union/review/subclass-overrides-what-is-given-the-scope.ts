import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Asking {
  protected scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  protected mayAsk(_asked: { scope?: string | undefined }): boolean {
    return true;
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope") return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    if (!this.mayAsk({ scope: this.scope })) return;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class Once extends Asking {
  #last?: string | undefined;

  protected override mayAsk(asked: { scope?: string | undefined }): boolean {
    const isSame = Object.is(this.#last, asked.scope);
    this.#last = asked.scope;
    return !isSame;
  }
}
