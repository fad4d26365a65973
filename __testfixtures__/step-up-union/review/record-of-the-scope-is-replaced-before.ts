import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Flow {
  scope?: string;
  startedAt: number;
}

export class Runner {
  private flow: Flow = { startedAt: 0 };
  constructor(private readonly provider: OAuthClientProvider, private readonly url: URL) {}

  private begin(): void {
    this.flow = { startedAt: Date.now() };
  }

  async on(response: Response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.begin();
      this.flow.scope = scope; // expect: review unfit-sink
      await auth(this.provider, { serverUrl: this.url, scope: this.flow.scope });
    }
  }
}

const emptyFlow = (): Flow => ({ startedAt: 0 });

export class AnewByFunction {
  private flow: Flow = emptyFlow();

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async on(response: Response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.flow = emptyFlow();
    this.flow.scope = scope; // expect: review unfit-sink
    await auth(this.provider, { serverUrl: this.url, scope: this.flow.scope });
  }
}
