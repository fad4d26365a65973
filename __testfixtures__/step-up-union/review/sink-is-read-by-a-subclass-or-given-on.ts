import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

class Session {
  protected scope: string | undefined;

  constructor(
    protected readonly provider: OAuthClientProvider,
    protected readonly url: URL,
  ) {}

  protected async stepUp(response: Response): Promise<string> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return "other";
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    return auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

/** The kept scope goes to the resource server, where a union is another text. */
export class Sending extends Session {
  async send(): Promise<string> {
    return this.stepUp(await fetch(`${this.url}?want=${this.scope}`));
  }
}

interface Subject {
  next(scope: string | undefined): void;
}

export class Telling {
  private scope?: string | undefined;
  private hint?: string | undefined;
  private told?: string | undefined;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
    private readonly asked: Subject,
  ) {}

  async chained(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    this.hint = this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    await fetch(`${this.url}?hint=${this.hint}`);
  }

  async published(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return;
    this.told = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    this.asked.next(this.told);
    await auth(this.provider, { serverUrl: this.url, scope: this.told });
  }
}
