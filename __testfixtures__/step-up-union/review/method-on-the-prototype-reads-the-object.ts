import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

type Method = (this: object, ...given: unknown[]) => unknown;

function dumped(target: { prototype: object }): void {
  const prototype = target.prototype as Record<string, Method>;
  (target.prototype as Record<string, Method>)["onForbidden"] = function (...given) {
    document.title = Object.values(this).join();
    return prototype["send"]?.apply(this, given);
  };
}

export class Decorated {
  scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope") return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

dumped(Decorated);

export class Assigned {
  scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope") return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

Object.assign(Assigned.prototype, {
  dump(): unknown {
    return { ...this };
  },
});

export class Extended {
  scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope") return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

(Extended.prototype as Extended & { key(): string }).key = function (this: Extended) {
  return `key of ${this.scope}`;
};
