import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

declare function traced<Method>(method: Method, context: ClassMethodDecoratorContext): Method;

function logged<This, Given extends unknown[], Result>(
  method: (this: This, ...given: Given) => Promise<Result>,
  context: ClassMethodDecoratorContext,
) {
  return async function (this: This, ...given: Given): Promise<Result> {
    console.debug("calls", context.name);
    const result = await method.apply(this, given);
    console.debug("called", context.name);
    return result;
  };
}

function counted(counts: Map<string, number>) {
  return <This, Given extends unknown[], Result>(
    method: (this: This, ...given: Given) => Result,
    _context: ClassMethodDecoratorContext,
  ) =>
    function (this: This, ...given: Given): Result {
      counts.set(method.name, (counts.get(method.name) ?? 0) + 1);
      return method.call(this, ...given);
    };
}

const counts = new Map<string, number>();

export class Decorated {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  @logged
  async first(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  @counted(counts)
  async second(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  @traced
  async waitsBefore(response: Response): Promise<void> {
    const body = (await response.json()) as { error: string; scope?: string };
    if (body.error === "insufficient_scope" && body.scope) {
      const tokens = await this.provider.tokens();
      this.scope = unionScopes(tokens?.scope, this.scope, body.scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.
 */
function unionScopes(...scopes: [...Array<string | undefined>, string]): string;
function unionScopes(...scopes: Array<string | undefined>): string | undefined;
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
