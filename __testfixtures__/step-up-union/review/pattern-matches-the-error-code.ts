import { match, P } from "ts-pattern";
import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
export class C {
  private scope?: string;
  constructor(
    private provider: OAuthClientProvider,
    private url: string,
  ) {}
  async on(res: Response) {
    await match(extractWWWAuthenticateParams(res))
      .with({ error: "insufficient_scope", scope: P.string }, async ({ scope }: { scope: string }) => {
        this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
        await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      })
      .otherwise(() => undefined);
  }
}
