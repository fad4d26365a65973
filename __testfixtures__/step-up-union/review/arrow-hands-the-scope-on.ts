import { InsufficientScopeError } from "@modelcontextprotocol/client";
interface Provider {
  authorizeScopeChallenge(scope: string): Promise<void>;
}
export async function send(provider: Provider, error: unknown, run: (f: () => Promise<void>) => Promise<void>) {
  if (error instanceof InsufficientScopeError && error.requiredScope) {
    const scope = error.requiredScope;
    await run(() => provider.authorizeScopeChallenge(scope)); // expect: review scope-side-channel
  }
}
