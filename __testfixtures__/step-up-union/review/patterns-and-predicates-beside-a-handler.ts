import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { Effect } from "effect";
import { match, P } from "ts-pattern";

export async function onRefusal(provider: OAuthClientProvider, serverUrl: URL, reply: Response): Promise<unknown> {
  const { error, scope } = extractWWWAuthenticateParams(reply);
  return match(error)
    .with("insufficient_scope", async () => (await auth(provider, { serverUrl, scope })) === "AUTHORIZED") // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    .otherwise(async () => false);
}

export async function onEither(provider: OAuthClientProvider, serverUrl: URL, reply: Response): Promise<unknown> {
  return match(extractWWWAuthenticateParams(reply))
    .with({ error: P.union("insufficient_scope", "invalid_token") }, ({ scope }: { scope?: string }) => auth(provider, { serverUrl, scope })) // expect: review unproven-step-up (advice refresh-cannot-widen, granted-scope-unknown, scope-may-be-missing)
    .otherwise(() => undefined);
}

interface Refusal {
  readonly code: string;
  readonly scope?: string;
}

export function withStepUp<A>(call: Effect.Effect<A, Refusal>, provider: OAuthClientProvider, serverUrl: URL) {
  return Effect.catchIf(
    call,
    (refusal) => refusal.code === "insufficient_scope",
    (refusal) => Effect.promise(() => auth(provider, { serverUrl, scope: refusal.scope })), // expect: review unproven-step-up (advice refresh-cannot-widen, granted-scope-unknown, scope-may-be-missing)
  );
}
