import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Options {
  readonly onInsufficientScope: "throw" | "ignore";
  readonly scope?: string;
}

export class Strict {
  private readonly scope?: string;
  private readonly options: Options = { onInsufficientScope: "throw" };

  constructor(
    private readonly provider: OAuthClientProvider,
    options?: Options,
  ) {
    if (options) {
      this.options = options;
      this.scope = options.scope;
    }
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && this.options.onInsufficientScope === "throw") {
      throw new Error(`missing ${scope}`);
    }
    await auth(this.provider, { serverUrl: response.url, scope: this.scope });
  }
}
