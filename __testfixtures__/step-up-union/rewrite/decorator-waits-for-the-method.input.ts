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
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  @counted(counts)
  async second(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  @traced
  async waitsBefore(response: Response): Promise<void> {
    const body = (await response.json()) as { error: string; scope?: string };
    if (body.error === "insufficient_scope" && body.scope) {
      this.scope = body.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
