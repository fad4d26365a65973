import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

class Session {
  scope?: string;

  get key(): string {
    return `key of ${this.scope}`;
  }

  equals(other: object): boolean {
    return Object.keys(this).every((name) => Reflect.get(other, name) === Reflect.get(this, name));
  }
}

export class Made {
  private readonly session = new Session();

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope") return;
    this.session.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.session.scope });
  }
}

export class Given {

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
    private readonly session: Session,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope") return;
    this.session.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.session.scope });
  }
}
