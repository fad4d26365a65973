import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Screen {
  showDialog(dialog: { detail?: string }): void;
  log(entry: { needed?: string }): void;
  track(name: string, details: { asked?: string }): void;
}

export class Client {
  private scope?: string;
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: string,
    private readonly screen: Screen,
  ) {}
  async onRefused(reply: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(reply);
    if (reply.status !== 403 || error !== "insufficient_scope") return;
    this.screen.log({ needed: scope });
    this.screen.track("refused", { asked: scope });
    this.screen.showDialog({ detail: scope });
    this.scope = [this.scope, scope].filter(Boolean).join(" "); // expect: already-union union-kept (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
