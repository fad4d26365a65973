import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

class Counting {
  changes = 0;
  #scope?: string;

  get scope(): string | undefined {
    return this.#scope;
  }

  set scope(value: string | undefined) {
    if (value !== this.#scope) this.changes++;
    this.#scope = value;
  }
}

export class Below extends Counting {

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {
    super();
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope") return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    if (this.changes > 2) throw new Error("asked too often");
  }
}

export class Above {
  declare scope?: string | undefined;

  constructor(
    protected readonly provider: OAuthClientProvider,
    protected readonly url: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope") return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class Sending extends Above {}
Object.defineProperty(Sending.prototype, "scope", {
  set(value: string) {
    void fetch(`/audit/${value}`);
  },
});

export class Defined {
  declare scope?: string | undefined;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  define(names: readonly string[]): void {
    for (const name of names) Object.defineProperty(this, name, { set: (value) => void fetch(`/audit/${value}`) });
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope") return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
