import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Split {
  #scope?: string;
  #lastScope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async get(): Promise<Response> {
    const response = await fetch(this.url);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (this.#lastScope === scope) throw new Error("step-up did not help");
      await this.#stepUp(scope);
      return this.get();
    }
    return response;
  }

  async #stepUp(scope: string | undefined): Promise<void> {
    this.#scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    this.#lastScope = scope;
    await auth(this.provider, { serverUrl: this.url, scope: this.#scope });
  }
}
