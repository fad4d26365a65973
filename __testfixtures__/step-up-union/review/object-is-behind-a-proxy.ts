import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

function observed<Target extends object>(target: Target, told: (value: unknown) => void): Target {
  return new Proxy(target, {
    set(object, key, value) {
      told(value);
      return Reflect.set(object, key, value);
    },
  });
}

export class Made {
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

export const make = (provider: OAuthClientProvider, url: URL, told: (value: unknown) => void) =>
  observed(new Made(provider, url), told);

export class Returned {
  scope?: string;

  constructor(
    readonly provider: OAuthClientProvider,
    readonly url: URL,
  ) {
    return new Proxy(this, {
      set(target, key, value) {
        if (String(value).length > 20) throw new RangeError("too long");
        return Reflect.set(target, key, value);
      },
    });
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope") return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
