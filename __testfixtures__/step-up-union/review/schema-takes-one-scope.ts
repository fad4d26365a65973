import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { Schema } from "effect";
import { z } from "zod";

const OneScope = Schema.String.pipe(Schema.pattern(/^[a-z]+:[a-z]+$/), Schema.brand("OneScope"));
type OneScope = typeof OneScope.Type;

const AnyScope = z.string().regex(/^\w+$/);

export class Branded {
  private scope: OneScope | undefined;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && Schema.is(OneScope)(scope)) {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class Inferred {
  private scope: z.infer<typeof AnyScope> | undefined;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
