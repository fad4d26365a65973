import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Accessors {
  accessor first: string = "";
  #second = "";

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private third = "",
  ) {}

  set second(value: string) {
    this.#second = value;
  }

  get second(): string {
    return this.#second;
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.first = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      this.second = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      this.third = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.first });
      await auth(this.provider, { serverUrl: this.url, scope: this.second });
      await auth(this.provider, { serverUrl: this.url, scope: this.third });
    }
  }
}
