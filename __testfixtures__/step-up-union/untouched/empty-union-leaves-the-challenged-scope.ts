import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

function joinScopes(...scopes: (string | undefined)[]): string | undefined {
  const all = new Set<string>();
  for (const scope of scopes) if (scope) for (const each of scope.split(/\s+/)) if (each) all.add(each);
  return all.size > 0 ? [...all].join(" ") : undefined;
}

const listOf = (scope: string | undefined): string[] => (scope?.trim() ? scope.trim().split(/\s+/) : []);

/** Where what was joined is empty, its parts are: a union with it loses none of them. */
export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async byFunctions(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    const held = joinScopes((await this.provider.tokens())?.scope, this.scope);
    await auth(this.provider, { serverUrl: this.url, scope: [...listOf(held), ...listOf(scope)].join(" ") }); // expect: already-union union-kept (advice refresh-cannot-widen)
  }

  async byChoice(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    const held = joinScopes((await this.provider.tokens())?.scope, this.scope);
    await auth(this.provider, { serverUrl: this.url, scope: held ? `${held} ${scope}` : scope }); // expect: already-union union-kept (advice refresh-cannot-widen)
  }

  async byList(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    const held = [(await this.provider.tokens())?.scope, this.scope].filter(Boolean).join(" ");
    await auth(this.provider, { serverUrl: this.url, scope: held ? `${held} ${scope}` : scope }); // expect: already-union union-kept (advice refresh-cannot-widen)
  }
}
