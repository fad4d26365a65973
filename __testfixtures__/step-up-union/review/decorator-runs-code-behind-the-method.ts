import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

declare function traced<Method>(method: Method, context: ClassMethodDecoratorContext): Method;

function journaled<This extends { scope?: string; journal: string[] }, Given extends unknown[], Result>(
  method: (this: This, ...given: Given) => Result,
  _context: ClassMethodDecoratorContext,
) {
  return function (this: This, ...given: Given): Result {
    const result = method.apply(this, given);
    this.journal.push(this.scope ?? "-");
    return result;
  };
}

function exclusive(name: string) {
  const running = new Set<string>();
  return <This, Given extends unknown[], Result>(
    method: (this: This, ...given: Given) => Result,
    _context: ClassMethodDecoratorContext,
  ) =>
    function (this: This, ...given: Given): Result {
      if (running.has(name)) throw new Error(`${name} is running`);
      running.add(name);
      try {
        return method.call(this, ...given);
      } finally {
        running.delete(name);
      }
    };
}

export class Decorated {
  scope?: string;
  readonly journal: string[] = [];

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  @journaled
  async byReading(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  @exclusive("step-up")
  async byCounting(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  @traced
  async byCodeThatIsNotRead(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
